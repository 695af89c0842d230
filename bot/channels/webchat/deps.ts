/** What the web chat needs of the rest of the bot. */
import type { Language } from '../../conversation/types.ts';
import type { ActivityLog, Handled, Incoming, Marks } from '../../ports.ts';
import type { IdentitySettings } from './identity.ts';
import type { WebchatLimits } from './limits.ts';
import type { ServicedeskNumbers } from './page-text.sv.ts';
import type { SiteDeps } from './site/site.ts';

export interface WebchatDeps {
  /** Resolves once the turn is committed. */
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly log: ActivityLog;
  /** Which conversations have ended, and where identities have been used. */
  readonly marks: Marks;
  /** At least 32 bytes; the same on every replica, or tokens of one are refused by another. */
  readonly tokenSecret: string;
  /** The address that users see, e.g. https://kort.example.se; null: the Host of each request, over http. */
  readonly publicUrl: string | null;
  readonly limits: WebchatLimits;
  readonly now: () => Date;
  /** Where the build put the page's files; null: no page, only Direct Line. */
  readonly pageFolder: string | null;
  readonly botName: string;
  /** The numbers that the page shows whether the chat works or not. */
  readonly servicedesk: ServicedeskNumbers;
  /** The page clears a chat that nobody uses after so long. */
  readonly idleMinutes: number;
  /** What the pages beside the chat say. */
  readonly site: SiteDeps;
  /** Whose word counts on who a visitor is; null: nobody's. */
  readonly identity: IdentitySettings | null;
  /** Sites whose pages may hold the chat in a frame, e.g. https://intra.example.se (CSP frame-ancestors). */
  readonly embedOrigins?: readonly string[];
  /** The question that a topic of the knowledge answers; null where there is no such topic. */
  readonly topicQuestion?: (topic: string, language: Language) => string | null;
  /** Pages of other origins that may call Direct Line, e.g. https://intra.example.se. An iframe of our page needs none. */
  readonly allowedOrigins?: readonly string[];
  /** True behind a proxy of ours that appends to X-Forwarded-For; otherwise anybody could choose an address for the rate limits. */
  readonly trustForwardedFor?: boolean;
  /** Told of every refused token, for the metrics. */
  readonly onRefused?: (reason: string) => void;
}
