/** Sends so many messages, one after the other on each connection, and tells how they were answered. */
export type Load = (turns: number) => Promise<Answered>;

export interface Answered {
  /** Of each turn, from the sending of the message to the whole of the response. */
  readonly milliseconds: readonly number[];
  /** From the first message until all was done. */
  readonly seconds: number;
  /** What the bot said in all, where it was counted. */
  readonly replies: number | null;
}
