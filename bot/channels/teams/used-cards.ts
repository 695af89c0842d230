/** Cards that were used: what was chosen takes the place of the buttons. */
import type { Activity } from 'botbuilder';
import * as z from 'zod';
import type { Log } from '../../log.ts';
import type { ActivityLog } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { conversationKey, readButton } from './incoming.ts';
import { usedActivityOf } from './outgoing.ts';
import { type Look, placeOf } from './place.ts';

export interface UsedCardsOptions {
  readonly messages: Pick<ActivityLog, 'read'>;
  readonly look: Look;
  /** Puts another message in the place of the one with this id. Rejects when that cannot be done. */
  readonly update: (conversation: string, activityId: string, activity: Partial<Activity>) => Promise<void>;
  readonly log: Log;
}

export interface UsedCards {
  /**
   * The card that this message's button was pressed on, as it looks from now on; null when the message is no press or the
   * card cannot be found. Begins to change it in the chat, which may fail: then the card keeps its buttons, and pressing
   * them again changes nothing. Never rejects.
   */
  show(message: InboundActivity): Promise<AdaptiveCard | null>;
}

const answering = z.looseObject({ replyToId: z.string().min(1).nullish() });

export function createUsedCards(options: UsedCardsOptions): UsedCards {
  return {
    show: (message) =>
      show(options, message).catch((error: unknown) => {
        options.log.warn({ err: error, channel: 'teams' }, 'a used card cannot be read');
        return null;
      }),
  };
}

async function show({ messages, look, update, log }: UsedCardsOptions, message: InboundActivity): Promise<AdaptiveCard | null> {
  const button = readButton(message.value);
  if (button?.card === undefined) return null;
  const conversation = conversationKey(message);
  const [row] = await messages.read(conversation, button.card - 1, 1);
  if (row?.content.kind !== 'reply' || row.seq !== button.card) return null;
  const used = usedActivityOf(row.content.reply, button.choice, placeOf(message, look));
  const { replyToId } = answering.parse(message);
  if (used !== null && replyToId) {
    update(conversation, replyToId, used.activity).catch((error: unknown) => log.info({ err: error, channel: 'teams', conversation, seq: row.seq }, 'a used card keeps its buttons'));
  }
  return used?.card ?? null;
}
