/** The limits of the web chat. Every one has a default; the configuration may give others. */

export interface WebchatLimits {
  /** Life of a token. The official client renews it every 15 minutes, whatever this says. */
  readonly tokenSeconds: number;
  /** Life of the ticket in a stream URL: long enough to open the socket, short because URLs end up in logs of proxies. */
  readonly streamTicketSeconds: number;
  /** Activities in one answer or one frame; more follow in the next. */
  readonly pageOfActivities: number;
  /** Posted activities a minute and conversation. */
  readonly postsPerMinute: number;
  /** All calls a minute and conversation. A polling client makes 60 to 300. */
  readonly callsPerMinute: number;
  /** New tokens a minute and address. A whole hospital may stand behind one address. */
  readonly tokensPerMinutePerAddress: number;
  /** All calls a minute and address, whatever their token. */
  readonly callsPerMinutePerAddress: number;
  /** Open sockets of one conversation: tabs, and the ones that have died unnoticed. */
  readonly socketsPerConversation: number;
  /** Open sockets of this process. */
  readonly sockets: number;
  /** Time between pings. A socket that has not answered the last one is cut. */
  readonly pingMs: number;
}

export const defaultLimits: WebchatLimits = {
  tokenSeconds: 30 * 60,
  streamTicketSeconds: 60,
  pageOfActivities: 100,
  postsPerMinute: 40,
  callsPerMinute: 600,
  tokensPerMinutePerAddress: 300,
  callsPerMinutePerAddress: 12_000,
  socketsPerConversation: 5,
  sockets: 5_000,
  pingMs: 30_000,
};
