/** Whose signed identities the web chat takes. */
import type { Settings } from './settings.ts';

export interface IdentityConfig {
  readonly issuer: string;
  readonly audience: string;
  /** PEM (SPKI); where it is null, the keys are at `jwksUrl`. */
  readonly publicKey: string | null;
  readonly jwksUrl: string;
  readonly maxAgeSeconds: number;
}

/** Null where no issuer is set. What an issuer requires has been checked before, so the empty fallbacks here are for the compiler. */
export function identityOf(settings: Settings): IdentityConfig | null {
  if (settings.WEBCHAT_IDENTITY_ISSUER === undefined) return null;
  return {
    issuer: settings.WEBCHAT_IDENTITY_ISSUER,
    audience: settings.WEBCHAT_IDENTITY_AUDIENCE ?? '',
    publicKey: settings.WEBCHAT_IDENTITY_PUBLIC_KEY ?? null,
    jwksUrl: settings.WEBCHAT_IDENTITY_JWKS_URL ?? '',
    maxAgeSeconds: settings.WEBCHAT_IDENTITY_MAX_AGE_SECONDS,
  };
}
