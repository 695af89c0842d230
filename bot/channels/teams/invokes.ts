/** The invoke activities that the bot knows: what each means, and what Teams wants to hear. Pure. */
import * as z from 'zod';
import type { TurnEvent } from '../../conversation/types.ts';
import type { InboundActivity } from './activity.ts';
import { ADAPTIVE_CARD, type AdaptiveCard } from './cards/adaptive-card.ts';
import { CHOOSE } from './cards/buttons.ts';
import { wordsIn } from './cards/wording.ts';
import { readButton } from './incoming.ts';

/** Universal Action Model, "Request format" of `adaptiveCard/action`. */
const cardAction = z.looseObject({ name: z.literal('adaptiveCard/action'), value: z.unknown().optional() });
const ourAction = z.looseObject({ action: z.looseObject({ verb: z.literal(CHOOSE), data: z.unknown() }) });

/** Teams documentation, "Bot messages with AI-generated content", Handle feedback. */
const submitAction = z.looseObject({
  name: z.literal('message/submitAction'),
  replyToId: z.string().nullish(),
  value: z.looseObject({
    actionName: z.literal('feedback'),
    actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.string().nullish().catch(null) }),
  }),
});
const defaultForm = z.looseObject({ feedbackText: z.string() });

/**
 * `pressed`: an Action.Execute button of ours, as the message that an Action.Submit of the same button gives.
 * `rated`: thumbs up or down on one of our messages; `message` is its id, null where the client does not say. `unreadable`: a card that is not ours, or not of this version.
 */
export type Invoke =
  | { readonly kind: 'pressed'; readonly message: InboundActivity }
  | { readonly kind: 'rated'; readonly message: string | null; readonly rating: Omit<Extract<TurnEvent, { kind: 'rated' }>, 'intent'> }
  | { readonly kind: 'unreadable' };

/** Null for an invoke that the bot does not know. */
export function readInvoke(activity: InboundActivity): Invoke | null {
  const card = cardAction.safeParse(activity);
  if (card.success) return readPress(activity, card.data.value);
  const submitted = submitAction.safeParse(activity);
  if (!submitted.success) return null;
  const { replyToId, value } = submitted.data;
  const comment = commentOf(value.actionValue.feedback);
  const rating = { kind: 'rated', helped: value.actionValue.reaction === 'like', ...(comment === null ? {} : { comment }) } as const;
  return { kind: 'rated', message: replyToId ?? null, rating };
}

function readPress(activity: InboundActivity, value: unknown): Invoke {
  const ours = ourAction.safeParse(value);
  const data = ours.success ? ours.data.action.data : null;
  return readButton(data) === null ? { kind: 'unreadable' } : { kind: 'pressed', message: { ...activity, type: 'message', value: data } };
}

/** Teams sends its form as JSON text, the Agents Playground the words alone. */
function commentOf(form: string | null | undefined): string | null {
  const words = form?.trim() ?? '';
  const comment = words.startsWith('{') ? feedbackText(words).trim() : words;
  return comment === '' ? null : comment;
}

function feedbackText(form: string): string {
  try {
    return defaultForm.safeParse(JSON.parse(form)).data?.feedbackText ?? '';
  } catch {
    return '';
  }
}

export type InvokeBody = Readonly<Record<string, unknown>>;

/** To a pressed button: the card to draw instead, or the words of the choice (Universal Action Model, "Response format"). */
export function pressResponse(card: AdaptiveCard | null, label: string): InvokeBody {
  if (card === null) return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: label };
  return { statusCode: 200, type: ADAPTIVE_CARD, value: card };
}

export function unreadableResponse(): InvokeBody {
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: wordsIn('sv').unreadable } };
}

/** To feedback: "return a status code 200 with an empty JSON object". */
export const FEEDBACK_RESPONSE: InvokeBody = {};
