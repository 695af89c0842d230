/**
 * The SDK's authentication, made strict. By itself it answers 500 to most bad tokens, believes tokens of any tenant,
 * of the Emulator and of other bots, and takes an activity without a serviceUrl (the claim is not compared then).
 */
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { type InboundActivity, tenantOf } from './activity.ts';
import { createChannelKeys } from './channel-keys.ts';
import { BadTokenError, createTokenCheck } from './channel-token.ts';
import { connectorTransport, type ConnectorTransport } from './connector.ts';
import { type ConnectorClient, type ConnectorFactory, keepingClients } from './connector-clients.ts';
import { BoundedCredentialFactory } from './credentials.ts';
import type { TeamsLimits } from './limits.ts';
import { type TeamsAuth, issuerOf, mayServe, openIdMetadataUrlOf, publicAuthority, sdkSettings } from './settings.ts';
import { TimeLimitError, within } from './time-limit.ts';

/** jsonwebtoken's names for a token that it read and refused. */
const TOKEN_FAULTS: readonly string[] = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'];

export type RefusalReason = 'peer' | 'token-missing' | 'token-malformed' | 'token-foreign' | 'token-invalid' | 'service-url' | 'tenant' | 'keys-unavailable';

/** Why a request is not served. `message` is for the developer of the caller and says nothing of the token. */
export class RefusedError extends Error {
  readonly status: 401 | 403 | 503;
  readonly reason: RefusalReason;
  constructor(status: RefusedError['status'], reason: RefusalReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'RefusedError';
    this.status = status;
    this.reason = reason;
  }
}

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #auth: TeamsAuth;
  readonly #limits: TeamsLimits;
  readonly #transport: ConnectorTransport;
  readonly #credentials: BoundedCredentialFactory;
  readonly #checkToken: ReturnType<typeof createTokenCheck>;
  #connectors: ConnectorFactory | null = null;
  #userTokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | null = null;

  constructor(auth: TeamsAuth, limits: TeamsLimits) {
    const credentials = new BoundedCredentialFactory(auth, limits.sendTimeoutMs);
    const transport = connectorTransport(limits.sendTimeoutMs, () => credentials.renew());
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- The SDK's own factories implement that class without extending it.
    super(sdkSettings(auth), credentials, undefined, undefined, { httpClient: transport });
    this.#auth = auth;
    this.#limits = limits;
    this.#transport = transport;
    this.#credentials = credentials;
    this.#checkToken = createTokenCheck({ issuer: issuerOf(auth), audience: auth.appId ?? '', keys: createChannelKeys(openIdMetadataUrlOf(auth), limits.authTimeoutMs) });
  }

  /** Ends the kept connections to the connector. */
  close(): void {
    this.#transport.close();
  }

  /** The client for the bot's own requests to a service. Requests wait, and fail with `SendFailure`, as `connectorTransport` says. */
  async clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const appId = this.#auth.appId ?? '';
    const bot = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }, { type: AuthenticationConstants.AppIdClaim, value: appId }]);
    return this.createConnectorFactory(bot).create(serviceUrl);
  }

  /** Asks the login service for a new token for the bot's own requests. Rejects when there is none. */
  async requestToken(): Promise<void> {
    const { loginUrl, oauthScope } = this.#auth.authority ?? publicAuthority(this.#auth);
    await this.#credentials.requestToken(this.#auth.appId ?? '', oauthScope, loginUrl, true);
  }

  /** One for all: there is one app. */
  override createConnectorFactory(...identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>): ConnectorFactory {
    return (this.#connectors ??= keepingClients(super.createConnectorFactory(...identity)));
  }

  /** The SDK makes one for every turn; this bot signs nobody in. */
  override createUserTokenClient(...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>) {
    return (this.#userTokens ??= super.createUserTokenClient(...identity));
  }

  /** Resolves for a request that may be served, and rejects with `RefusedError` for every other. */
  override async authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    if (!mayServe(this.#auth, activity.serviceUrl)) throw new RefusedError(403, 'service-url', 'The bot does not serve this serviceUrl.');
    if (this.#auth.appId === null) return this.#withKeptClients(await super.authenticateRequest(activity, header));
    const token = bearerOf(header);
    const proven = this.#checkToken(token, activity.channelId).then(() => super.authenticateRequest(activity, header));
    const result = await within(this.#limits.authTimeoutMs, proven).catch((error: unknown) => {
      throw refusalOf(error);
    });
    if (result.claimsIdentity.getClaimValue('serviceurl') !== activity.serviceUrl) {
      throw new RefusedError(401, 'service-url', 'The token is for another serviceUrl.');
    }
    requireTenant(this.#auth, activity);
    return this.#withKeptClients(result);
  }

  #withKeptClients(result: Authenticated): Authenticated {
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }
}

function bearerOf(header: string): string {
  const [scheme, token, ...rest] = header.split(' ');
  if (header === '') throw new RefusedError(401, 'token-missing', 'An Authorization header is required.');
  if (scheme !== 'Bearer' || !token || rest.length > 0) throw new RefusedError(401, 'token-malformed', 'The Authorization header is not a bearer token.');
  return token;
}

function requireTenant({ tenantId }: TeamsAuth, activity: Activity): void {
  // Narrowed by parseActivity before the SDK saw it.
  const tenant = tenantOf(activity as unknown as InboundActivity);
  if (tenant === null || tenant !== tenantId?.toLowerCase()) throw new RefusedError(403, 'tenant', 'The bot does not serve this tenant.');
}

/** A refused token is the caller's fault; keys that cannot be fetched are not, and the channel tries again after a 503. */
function refusalOf(error: unknown): RefusedError {
  if (error instanceof BadTokenError) return new RefusedError(401, `token-${error.kind}`, error.message, error);
  const isTokenFault = error instanceof Error && (TOKEN_FAULTS.includes(error.name) || ('statusCode' in error && error.statusCode === 401));
  if (isTokenFault) return new RefusedError(401, 'token-invalid', 'The token is not valid.', error);
  const why = error instanceof TimeLimitError ? 'in time' : 'now';
  return new RefusedError(503, 'keys-unavailable', `The token cannot be checked ${why}.`, error);
}
