/** The bot's own tokens: the SDK's credentials, with an end to the waiting. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { SendFailure } from './send-result.ts';
import { type TeamsAuth, sdkSettings } from './settings.ts';
import { within } from './time-limit.ts';

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;

/**
 * Gives credentials that sign a request within `limitMs` or fail with a `SendFailure` that says "again": a request
 * without a token never leaves, so nothing was sent. The SDK itself waits for the login service without a limit.
 */
export class BoundedCredentialFactory extends ConfigurationServiceClientCredentialFactory {
  readonly #fetchToken: TeamsAuth['fetchToken'];
  readonly #limitMs: number;

  constructor(auth: TeamsAuth, limitMs: number) {
    super(sdkSettings(auth));
    this.#fetchToken = auth.fetchToken;
    this.#limitMs = limitMs;
  }

  override async createCredentials(...request: Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>): Promise<Credentials> {
    const credentials = this.#fetchToken === undefined ? await super.createCredentials(...request) : signWith(this.#fetchToken);
    return {
      signRequest: async (resource) => {
        try {
          return await within(this.#limitMs, credentials.signRequest(resource));
        } catch (cause) {
          throw new SendFailure({ kind: 'again', reason: 'no token', afterMs: null }, cause);
        }
      },
    };
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
