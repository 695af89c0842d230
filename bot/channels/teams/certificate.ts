/** The certificate that an app registration may have instead of a client secret. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TeamsSettingsError } from './settings.ts';

export interface Certificate {
  /** Both as PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  /** SHA-1 in hexadecimal, as Entra ID shows it. */
  readonly thumbprint: string;
  readonly expires: Date;
}

/** Reads a certificate and its key from PEM files. Throws `TeamsSettingsError` when one cannot be read or they do not belong together. */
export function readCertificate(certificateFile: string, keyFile: string): Certificate {
  const certificate = readPem('MICROSOFT_APP_CERTIFICATE_FILE', certificateFile);
  const privateKey = readPem('MICROSOFT_APP_CERTIFICATE_KEY_FILE', keyFile);
  const x509 = parsed('MICROSOFT_APP_CERTIFICATE_FILE', certificateFile, () => new X509Certificate(certificate));
  const key = parsed('MICROSOFT_APP_CERTIFICATE_KEY_FILE', keyFile, () => createPrivateKey(privateKey));
  if (!x509.checkPrivateKey(key)) throw new TeamsSettingsError(`The key in ${keyFile} does not belong to the certificate in ${certificateFile}. Give the files of one pair.`);
  return { certificate, privateKey, thumbprint: x509.fingerprint.replaceAll(':', ''), expires: new Date(x509.validTo) };
}

function readPem(setting: string, file: string): string {
  return parsed(setting, file, () => readFileSync(file, 'utf8'));
}

function parsed<T>(setting: string, file: string, read: () => T): T {
  try {
    return read();
  } catch {
    // Without the cause: an OpenSSL error may quote what it was given.
    throw new TeamsSettingsError(`${setting}: ${file} cannot be read as PEM. Check the path, the rights and the content (an unencrypted key).`);
  }
}
