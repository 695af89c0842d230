/** The lines of `chat --jsonl`, as the automation contract has them. */
import * as z from 'zod';
import type { Effect, Reply, Settlement } from '../../../dialogs/dialog.ts';
import { duration } from './duration.ts';

const person = z.object({ id: z.string().min(1), name: z.string().optional(), verified: z.boolean().default(false) });

export const chatLine = z
  .object({
    conversation: z.string().min(1),
    id: z.string().min(1).optional(),
    text: z.string().optional(),
    choice: z.string().min(1).optional(),
    advance: duration.optional(),
    person: person.optional(),
  })
  .refine((line) => line.text === undefined || line.choice === undefined, 'give either "text" or "choice", not both')
  .refine((line) => line.text !== undefined || line.choice !== undefined || line.advance !== undefined, 'give "text", "choice" or "advance"');

export type ChatLine = z.output<typeof chatLine>;

export interface ChatResult {
  readonly conversation: string;
  readonly id: string;
  readonly replies: readonly { readonly text: string; readonly choices: readonly { readonly id: string; readonly label: string }[] }[];
  readonly effects: readonly ({ readonly key: string } & Effect)[];
  readonly settled: readonly { readonly key: string; readonly ok: boolean; readonly outcome: string | null; readonly reference: string | null; readonly reason: string | null }[];
}

/** A reply as text: the card's facts stand as lines below it. */
export function plainReply(reply: Reply): ChatResult['replies'][number] {
  return { text: textOf(reply), choices: (reply.choices ?? []).map(({ id, label }) => ({ id, label })) };
}

export function textOf({ text, card }: Reply): string {
  if (card === undefined) return text;
  return [text, `**${card.title}**`, ...card.facts.map(({ label, value }) => `- ${label}: ${value.replaceAll('\n', ' / ')}`)].join('\n');
}

export function plainSettlement(key: string, settlement: Settlement): ChatResult['settled'][number] {
  if (settlement.ok) return { key, ok: true, outcome: settlement.outcome, reference: settlement.reference, reason: null };
  return { key, ok: false, outcome: null, reference: null, reason: settlement.reason };
}
