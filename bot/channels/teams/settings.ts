/** How the bot proves who it is, and whom it believes. */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { mayPostTo, type ServiceUrlRule } from './addresses.ts';

type SdkSettings = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0]>;

/** Where tokens come from. Microsoft's public cloud unless a test or a private cloud says otherwise. */
export interface Authority {
  /** `iss` of the tokens that a channel sends. */
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** Where the bot gets its own tokens, and for which audience. */
  readonly loginUrl: string;
  readonly oauthScope: string;
}

/** How the bot proves who it is, instead of with a client secret. */
export type TeamsCredential =
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string; readonly thumbprint: string }
  /** The app registration trusts a managed identity (a federated credential). */
  | { readonly kind: 'federated'; readonly identityClientId: string }
  /** The bot is registered as a user-assigned managed identity, whose client id is the app id. */
  | { readonly kind: 'managed-identity' };

export interface TeamsAuth {
  /** The bot's app id. null: no authentication, so the endpoint serves this machine only (Bot Framework Emulator). */
  readonly appId: string | null;
  readonly appPassword: string | null;
  /** The tenant whose people may use the bot, and where the bot is registered (single tenant). */
  readonly tenantId: string | null;
  /** Origins that the bot may post to. Without them: any https address that a valid token names. */
  readonly allowedServiceUrls?: readonly string[];
  readonly credential?: TeamsCredential;
  /** When the secret or the certificate expires, where that is known. */
  readonly secretExpires?: Date;
  readonly authority?: Authority;
  /** Gives the token for outgoing calls, instead of Microsoft's login with the app password. */
  readonly fetchToken?: () => Promise<string>;
}

/** Bot Framework's public cloud (Bot Connector authentication, "Step 4: verify the JWT token"). */
const PUBLIC_ISSUER = 'https://api.botframework.com';
/** The same, "Step 2: get the OpenID metadata document". */
const PUBLIC_OPENID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

export class TeamsSettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TeamsSettingsError';
  }
}

/** Throws when the settings would leave a gate open. The SDK accepts tokens of every tenant where none is given. */
export function requireSafeSettings({ appId, appPassword, tenantId, allowedServiceUrls, credential, fetchToken }: TeamsAuth): void {
  if (appId === null) return;
  // The SDK takes an empty id for "no authentication".
  if (appId.trim() === '') throw new TeamsSettingsError('MICROSOFT_APP_ID is empty. Set it to the id of the app registration, or leave it out to serve this machine only.');
  if (tenantId === null) throw new TeamsSettingsError('MICROSOFT_APP_ID is set, so MICROSOFT_APP_TENANT_ID is required. Set it to the id of the tenant whose people may use the bot.');
  if (appPassword === null && credential === undefined && fetchToken === undefined) throw new TeamsSettingsError('MICROSOFT_APP_ID is set, so MICROSOFT_APP_PASSWORD is required. Set it to a client secret of the app registration, or choose another MICROSOFT_APP_CREDENTIAL.');
  const unreadable = allowedServiceUrls?.find((url) => !URL.canParse(url));
  if (unreadable !== undefined) throw new TeamsSettingsError(`"${unreadable}" is not an address. Allowed service URLs look like https://smba.trafficmanager.net.`);
}

/** Where the bot's own tokens come from in the public cloud (Bot Connector authentication, "Bot to Connector", single tenant). */
export function publicAuthority({ tenantId }: TeamsAuth): Pick<Authority, 'loginUrl' | 'oauthScope'> {
  return { loginUrl: `https://login.microsoftonline.com/${tenantId ?? ''}`, oauthScope: 'https://api.botframework.com' };
}

export function issuerOf(auth: TeamsAuth): string {
  return auth.authority?.issuer ?? PUBLIC_ISSUER;
}

export function openIdMetadataUrlOf(auth: TeamsAuth): string {
  return auth.authority?.openIdMetadataUrl ?? PUBLIC_OPENID_METADATA;
}

/** True when the bot may post to this address under these settings. */
export function mayServe(auth: TeamsAuth, serviceUrl: string): boolean {
  const rule: ServiceUrlRule = auth.appId === null ? 'loopback' : (auth.allowedServiceUrls ?? 'https');
  return mayPostTo(rule, serviceUrl);
}

/** The settings under the SDK's own names. An authority is given whole or not at all: the SDK takes its constants only when every field is absent. */
export function sdkSettings({ appId, appPassword, tenantId, authority }: TeamsAuth): SdkSettings {
  return {
    ...(appId !== null ? { MicrosoftAppId: appId } : {}),
    ...(appPassword !== null ? { MicrosoftAppPassword: appPassword } : {}),
    ...(tenantId !== null ? { MicrosoftAppTenantId: tenantId } : {}),
    ...(appId !== null && appPassword !== null ? { MicrosoftAppType: 'SingleTenant' } : {}),
    ...(authority !== undefined ? authorityUrls(authority) : {}),
  };
}

function authorityUrls({ issuer, openIdMetadataUrl, loginUrl, oauthScope }: Authority): SdkSettings {
  return {
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: oauthScope,
    OAuthUrl: oauthScope,
  };
}
