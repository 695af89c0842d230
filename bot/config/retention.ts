/** How long records are kept, each kind by its own setting. */
import { KEEP, type KEPT_KINDS, type Settings } from './settings.ts';

type KeptKind = (typeof KEPT_KINDS)[number];
type RecordKind = 'chats' | 'turn-records' | 'references' | 'feedback' | KeptKind;

export interface Retention {
  /** From the last that happened to a record, in days; null: kept. */
  readonly days: Readonly<Record<RecordKind, number | null>>;
  /** A ticket that nobody has closed counts as closed after so many days without news. */
  readonly unclosedTicketDays: number;
  /** What stays when a person asks to be erased. */
  readonly erasureKeeps: readonly KeptKind[];
}

export function retentionOf(settings: Settings): Retention {
  const days = (value: number | typeof KEEP): number | null => (value === KEEP ? null : value);
  return {
    days: {
      chats: days(settings.RETAIN_CHATS_DAYS),
      'turn-records': days(settings.RETAIN_TURN_RECORDS_DAYS),
      references: days(settings.RETAIN_REFERENCES_DAYS),
      feedback: days(settings.RETAIN_FEEDBACK_DAYS),
      tickets: days(settings.RETAIN_TICKETS_DAYS),
      'block-requests': days(settings.RETAIN_BLOCK_REQUESTS_DAYS),
    },
    unclosedTicketDays: settings.RETAIN_UNCLOSED_TICKETS_DAYS,
    erasureKeeps: settings.ERASURE_KEEPS,
  };
}
