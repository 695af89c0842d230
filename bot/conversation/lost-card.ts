/**
 * A lost card, recognised by its words where the classifier is drowned by the rest of the message (a name, a unit, another
 * need). Only what leaves no doubt: everything else is the classifier's.
 */
import { fold, words } from '../../dialogs/fold.ts';
import { english } from './lost-card-words.en.ts';
import { swedish } from './lost-card-words.sv.ts';

const SIGNS = words([...swedish.signs, ...english.signs].join('|'));
const SEEN_TO = words([...swedish.seenTo, ...english.seenTo].join('|'));
const OTHERWISE = words([...swedish.otherwise, ...english.otherwise].join('|'));

export function saysCardIsLost(text: string): boolean {
  const folded = fold(text);
  return SIGNS.test(folded) && !OTHERWISE.test(folded) && !SEEN_TO.test(folded);
}

/** "Jag har redan spärrat det." */
export function saysReported(text: string): boolean {
  return SEEN_TO.test(fold(text));
}
