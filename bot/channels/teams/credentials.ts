/** The bot's own tokens: the SDK's credentials of whatever kind, with an end to the waiting. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  CertificateServiceClientCredentialsFactory, FederatedServiceClientCredentialsFactory, JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory, type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import * as z from 'zod';
import { SendFailure } from './send-result.ts';
import { type TeamsAuth, sdkSettings } from './settings.ts';
import { within } from './time-limit.ts';

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;
type Resource = Parameters<Credentials['signRequest']>[0];
type Request = Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>;

/**
 * Gives credentials that sign a request within `limitMs` or fail with a `SendFailure` that says "again": a request
 * without a token never leaves, so nothing was sent. The SDK itself waits for the login service without a limit.
 */
export class BoundedCredentialFactory extends ConfigurationServiceClientCredentialFactory {
  readonly #auth: TeamsAuth;
  readonly #limitMs: number;
  readonly #other: ServiceClientCredentialsFactory | null;
  #isRefused = false;

  constructor(auth: TeamsAuth, limitMs: number) {
    super(sdkSettings(auth));
    this.#auth = auth;
    this.#limitMs = limitMs;
    this.#other = otherFactory(auth);
  }

  override createCredentials(...request: Request): Promise<Credentials> {
    let current: Promise<Credentials> | null = null;
    return Promise.resolve({
      signRequest: async (resource) => {
        current ??= this.#make(...request);
        try {
          return await within(this.#limitMs, current.then((credentials) => this.#sign(credentials, resource)));
        } catch (cause) {
          // Made anew next time: the SDK's federated credentials keep a proof of identity that expires.
          current = null;
          throw new SendFailure({ kind: 'again', reason: 'no token', afterMs: null }, cause);
        }
      },
    });
  }

  /** The connector did not take the token: the next request asks for another one, where the SDK would keep it for hours. */
  renew(): void {
    this.#isRefused = true;
  }

  /** Asks the login service for a token that is not a kept one. Rejects as the SDK does, or with `TimeLimitError`. */
  async requestToken(...request: Request): Promise<void> {
    if (this.#auth.fetchToken !== undefined) await within(this.#limitMs, this.#auth.fetchToken());
    else await within(this.#limitMs, this.#make(...request).then(async (credentials) => tokenSource.parse(credentials).getToken(true)));
  }

  async #sign(credentials: Credentials, resource: Resource): ReturnType<Credentials['signRequest']> {
    const source = tokenSource.safeParse(credentials);
    if (this.#isRefused && source.success) await source.data.getToken(true);
    this.#isRefused = false;
    return credentials.signRequest(resource);
  }

  async #make(...request: Request): Promise<Credentials> {
    if (this.#auth.fetchToken !== undefined) return signWith(this.#auth.fetchToken);
    return this.#other === null ? super.createCredentials(...request) : this.#other.createCredentials(...request);
  }
}

/** What every credential of the SDK has, but its common type does not say. The value itself is kept: the method needs its `this`. */
const tokenSource = z.custom<{ getToken(forceRefresh: boolean): Promise<string> }>((value) => typeof value === 'object' && value !== null && 'getToken' in value);

function otherFactory({ appId, tenantId, credential }: TeamsAuth): ServiceClientCredentialsFactory | null {
  if (appId === null || credential === undefined) return null;
  switch (credential.kind) {
    case 'certificate':
      return new CertificateServiceClientCredentialsFactory(appId, credential.thumbprint, credential.privateKey, tenantId ?? undefined, credential.certificate);
    case 'federated':
      return new FederatedServiceClientCredentialsFactory(appId, credential.identityClientId, tenantId ?? undefined);
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory());
  }
}

function signWith(fetchToken: () => Promise<string>): Credentials {
  return {
    signRequest: async (resource) => {
      resource.headers.set('authorization', `Bearer ${await fetchToken()}`);
      return resource;
    },
  };
}
