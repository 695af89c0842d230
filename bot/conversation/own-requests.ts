/** The state of one's own tickets and block requests. What was sent cannot be changed here. */
import { whetherBlocked } from '../../dialogs/card-lost.ts';
import type { OpenRequest } from '../../dialogs/dialog.ts';
import { literal } from '../markdown.ts';
import { personChoice } from './answers.ts';
import { asksIfBlocked } from './commands.ts';
import { askAgain, innermost } from './floor.ts';
import { offer } from './offer.ts';
import { goPrivate, isShared } from './privately.ts';
import { contextOf, say, type Scene, traced } from './scene.ts';
import { numbersOf, wordsOf } from './wording.ts';

export const PERSON = 'talk-to-servicedesk';
/** States of a request to block in which nobody may rely on the card being blocked. */
const UNSURE: ReadonlySet<OpenRequest['state']> = new Set(['sending', 'open', 'failed']);

/** `toChange`: the user wants a ticket changed or closed, and is told who can. */
export function tellRequests(scene: Scene, text: string, toChange = false): Scene {
  const words = wordsOf(scene);
  const read = traced(scene, { decision: 'answer', intent: PERSON });
  if (isShared(scene)) return goPrivate(read, null, text);
  const blocked = asksIfBlocked(text) ? whetherBlocked(contextOf(scene)) : null;
  if (blocked !== null) return closing(read, blocked.text);
  const { openRequests } = scene.brain;
  if (openRequests.length === 0) return closing(read, words.noRequests(numbersOf(scene)));
  const isUnsure = openRequests.some(({ kind, state }) => kind === 'block' && UNSURE.has(state));
  const isOnItsWay = openRequests.some(({ kind, state }) => kind === 'ticket' && (state === 'sending' || state === 'failed'));
  const notes = [...(isUnsure ? [words.notBlocked(numbersOf(scene))] : []), ...(isOnItsWay ? [words.callIfUrgent(numbersOf(scene))] : []), ...(toChange ? [words.cannotAmend(numbersOf(scene))] : [])];
  return closing(read, [words.requests, openRequests.map((open) => requestLine(open, scene)).join('\n'), ...notes].join('\n\n'));
}

function closing(scene: Scene, text: string): Scene {
  return innermost(scene) === null ? offer(scene, { text, choices: [personChoice(scene)] }) : askAgain(say(scene, { text }));
}

function requestLine(open: OpenRequest, scene: Scene): string {
  const answer = open.lastAnswer === undefined ? '' : ` – ”${literal(open.lastAnswer)}”`;
  const { requestName, requestStates } = wordsOf(scene);
  // A request that is still on its way has no reference yet.
  const reference = open.reference === '' ? '' : `**${open.reference}** `;
  return `- ${reference}${requestName[open.kind](literal(open.subject))}: ${requestStates[open.state]}${answer}`;
}
