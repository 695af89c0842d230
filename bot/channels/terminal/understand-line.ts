/** One line of `understand`: a message as the first of a new conversation. Effects are computed, never stored or performed. */
import * as z from 'zod';
import type { Trace } from '../../conversation/types.ts';
import type { Reply } from '../../../dialogs/dialog.ts';
import { textOf } from './chat-lines.ts';

export const understandLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export interface UnderstandResult extends Trace {
  readonly id: string | number;
  readonly text: string;
}

export function understandResult(id: string | number, trace: Trace | null, replies: readonly Reply[]): UnderstandResult {
  const { decision, intent, intents, candidates, offers, topic } = trace ?? { decision: 'decline', intent: null, intents: [], candidates: [{ intent: 'none', confidence: 1 }], offers: [], topic: null };
  return { id, decision, intent, intents, candidates, offers, topic, text: replies.map(textOf).join('\n\n') };
}
