/** The settings of the Teams channel as the service uses them. */
import type { CardButtons, Settings } from './settings.ts';
import { unprintable } from './unprintable.ts';

export interface TeamsConfig {
  /** null: without authentication, which serves this computer only. */
  readonly appId: string | null;
  readonly appPassword: string | null;
  readonly tenantId: string | null;
  readonly credential:
    | { readonly kind: 'password'; readonly expires: Date | null }
    | { readonly kind: 'certificate'; readonly certificateFile: string; readonly keyFile: string }
    | { readonly kind: 'federated'; readonly identityClientId: string }
    | { readonly kind: 'managed-identity' };
  readonly secretWarnDays: number;
  readonly tokenCheckMinutes: number;
  /** Where replies may be sent; empty: any https address that a valid token names. */
  readonly serviceOrigins: readonly string[];
  /** How the buttons of cards report that they were pressed. */
  readonly cardButtons: CardButtons;
  readonly sendTimeoutMs: number;
  readonly threadRates: readonly Rate[];
  readonly appRates: readonly Rate[];
  readonly giveUpHours: number;
  readonly unreachableHours: number;
  readonly identityTtlMinutes: number;
}

interface Rate {
  readonly count: number;
  readonly perMs: number;
}

export function teamsConfigOf(settings: Settings): TeamsConfig {
  return unprintable<TeamsConfig>(
    {
      appId: settings.MICROSOFT_APP_ID ?? null,
      appPassword: settings.MICROSOFT_APP_PASSWORD ?? null,
      tenantId: settings.MICROSOFT_APP_TENANT_ID ?? null,
      credential: credentialOf(settings),
      secretWarnDays: settings.MICROSOFT_APP_WARN_DAYS,
      tokenCheckMinutes: settings.MICROSOFT_APP_CHECK_MINUTES,
      serviceOrigins: settings.TEAMS_SERVICE_ORIGINS,
      cardButtons: settings.TEAMS_CARD_BUTTONS,
      sendTimeoutMs: settings.TEAMS_SEND_TIMEOUT_MS,
      threadRates: ratesOf(settings.TEAMS_THREAD_RATES),
      appRates: ratesOf(settings.TEAMS_APP_RATES),
      giveUpHours: settings.TEAMS_GIVE_UP_HOURS,
      unreachableHours: settings.TEAMS_UNREACHABLE_HOURS,
      identityTtlMinutes: settings.TEAMS_IDENTITY_TTL_MINUTES,
    },
    ['appPassword'],
  );
}

// What a credential requires has been checked before, so the empty fallbacks are for the compiler.
function credentialOf(settings: Settings): TeamsConfig['credential'] {
  switch (settings.MICROSOFT_APP_CREDENTIAL) {
    case 'password':
      return { kind: 'password', expires: settings.MICROSOFT_APP_PASSWORD_EXPIRES === undefined ? null : new Date(settings.MICROSOFT_APP_PASSWORD_EXPIRES) };
    case 'certificate':
      return { kind: 'certificate', certificateFile: settings.MICROSOFT_APP_CERTIFICATE_FILE ?? '', keyFile: settings.MICROSOFT_APP_CERTIFICATE_KEY_FILE ?? '' };
    case 'federated':
      return { kind: 'federated', identityClientId: settings.MICROSOFT_APP_IDENTITY_CLIENT_ID ?? '' };
    case 'managed-identity':
      return { kind: 'managed-identity' };
  }
}

/** `7/1,60/30`: at most 7 in a second, and 60 in 30 seconds. The form has been checked. */
function ratesOf(list: string): readonly Rate[] {
  return list.split(',').map((rate) => {
    const [count = 0, seconds = 0] = rate.split('/').map(Number);
    return { count, perMs: seconds * 1000 };
  });
}
