/** Public keys that signatures of the algorithms RS256, ES256 and EdDSA are checked with. */
import { createPublicKey, type KeyObject } from 'node:crypto';

/** Whether the text is such a key in PEM (SPKI), and not a private one, which has no business here. */
export function isPublicKey(pem: string): boolean {
  const key = readPublicKey(pem);
  if (key === null) return false;
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return modulusLength >= 2048;
    case 'ec':
      return namedCurve === 'prime256v1';
    case 'ed25519':
      return true;
    default:
      return false;
  }
}

function readPublicKey(pem: string): KeyObject | null {
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
