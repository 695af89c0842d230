/** "Fel nummer" and "ta bort ärendet" once a ticket is sent: it cannot be changed here, and the reply says who can. */
import { changeAfterSending } from '../../dialogs/escalation.ts';
import { correctsTicket, namesTicketToChange } from '../../dialogs/escalation-read.ts';
import type { OpenRequest, Reply } from '../../dialogs/dialog.ts';
import { isShared } from './privately.ts';
import { contextOf, type Scene } from './scene.ts';

const CHANGEABLE: readonly OpenRequest['state'][] = ['sending', 'open', 'answered'];

/** Null where the message is about something else. Words that name no ticket are about the one that was just sent. */
export function changeOfSent(scene: Scene, text: string): Reply | null {
  const ticket = isShared(scene) ? undefined : scene.brain.openRequests.find(({ kind, state }) => kind === 'ticket' && CHANGEABLE.includes(state));
  if (ticket === undefined) return null;
  const isFresh = scene.turn.at.getTime() - Date.parse(ticket.openedAt) <= scene.brain.settings.idleAskMs;
  const isMeant = namesTicketToChange(text) || (isFresh && correctsTicket(text));
  return isMeant ? changeAfterSending(ticket, contextOf(scene)) : null;
}
