/** From the configuration to what the Teams channel asks for. */
import { readCertificate } from './channels/teams/certificate.ts';
import { DEFAULT_TEAMS_LIMITS, type TeamsLimits } from './channels/teams/limits.ts';
import type { TeamsAuth, TeamsCredential } from './channels/teams/settings.ts';
import type { TeamsConfig } from './config.ts';

/** Where tokens come from, when that is not Microsoft's public cloud. */
export type TeamsLogin = Pick<TeamsAuth, 'authority' | 'fetchToken'>;

/** Throws `TeamsSettingsError` when a certificate cannot be read. */
export function teamsAuth({ appId, appPassword, tenantId, serviceOrigins, credential }: TeamsConfig, login: TeamsLogin): TeamsAuth {
  return {
    appId,
    appPassword: credential.kind === 'password' ? appPassword : null,
    tenantId,
    ...proofOf(credential),
    ...(serviceOrigins.length === 0 ? {} : { allowedServiceUrls: serviceOrigins }),
    ...login,
  };
}

function proofOf(credential: TeamsConfig['credential']): { credential?: TeamsCredential; secretExpires?: Date } {
  switch (credential.kind) {
    case 'password':
      return credential.expires === null ? {} : { secretExpires: credential.expires };
    case 'certificate': {
      const { expires, ...certificate } = readCertificate(credential.certificateFile, credential.keyFile);
      return { credential: { kind: 'certificate', ...certificate }, secretExpires: expires };
    }
    case 'federated':
    case 'managed-identity':
      return { credential };
  }
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function teamsLimits({ sendTimeoutMs, threadRates, appRates, giveUpHours, unreachableHours, identityTtlMinutes, secretWarnDays, tokenCheckMinutes }: TeamsConfig): TeamsLimits {
  return {
    ...DEFAULT_TEAMS_LIMITS,
    sendTimeoutMs,
    threadRates,
    appRates,
    giveUpAfterMs: giveUpHours * HOUR_MS,
    unreachableMs: unreachableHours * HOUR_MS,
    identityTtlMs: identityTtlMinutes * MINUTE_MS,
    secretWarnDays,
    tokenCheckMs: tokenCheckMinutes * MINUTE_MS,
  };
}
