/** What people say in the middle of a report that answers no question of it: told the truth in a sentence, then the question again. */
import type { CardLostState } from './card-lost-state.ts';
import { pageOf, type Wording, wordsOf } from './card-lost-words.ts';
import type { Context } from './dialog.ts';
import { fold, words } from './fold.ts';
import { looksLikeQuestion } from './question.ts';
import { readEvent } from './card-lost-read.ts';

type RemarkName = keyof Wording['remarks'];

const CARD_OR_IT = String.raw`(?:(?:mitt |det |the |my )?(?:\p{L}+-?)?kort(?:et)?|det|card|it)`;
const REMARKS: readonly (readonly [RemarkName, RegExp])[] = [
  ['isItBlocked', words(String.raw`(?:ar|blir|blev|is|was) ${CARD_OR_IT} (?:nu |redan |already )?(?:sparrat|sparrad|blockerat|blocked)|(?:har (?:ni|du)|have you) (?:sparrat|blocked)(?: \p{L}+)?`, 'u')],
  ['alreadyBlocked', words(String.raw`${CARD_OR_IT} (?:ar|blev|is) (?:redan|already) (?:sparrat|blockerat|blocked)|(?:jag |vi )?har redan (?:sparrat|blockerat)`, 'u')],
  ['alreadyCalled', words(String.raw`(?:har )?(?:redan )?(?:ringt|pratat med|kontaktat|anmalt (?:det )?till) (?:till )?(?:servicedesk|sd|er|supporten|it)|(?:har redan ringt|already called)|(?:sitter|star) i (?:telefon)?ko`, 'u')],
  ['direct', words(String.raw`(?:kan (?:du|ni) (?:inte |val )?(?:bara )?|bara )sparra(?: det| kortet)?(?: (?:direkt|nu|pa en gang))?|(?:can'?t|can) you (?:just )?block it(?: now)?`, 'u')],
  ['ifYes', words(String.raw`(?:vad hander|what happens) (?:om|nar|if|when) (?:jag|i) (?:svarar|sager|skickar|say|answer)(?: \p{L}+)?`, 'u')],
  ['page', words(String.raw`(?:var|vart|where) .{0,30}(?:sidan|page).{0,40}`, 'u')],
  ['why', words(String.raw`^(?:varfor|why)[ ?!.]*$|(?:varfor|why) (?:maste|ska|behover|vill|fragar|do|should|must).{0,60}|va+d? ?(?:fan |i helvete )?ska (?:ni|du) med.{0,40}|vad spelar det for roll`, 'u')],
  ['looking', words(String.raw`(?:leta|letar|kolla|soker|look)(?: lite)?(?: mer| till| vidare| forst| igen)+|aterkommer|tror (?:att )?jag vet var`, 'u')],
];

/** The truth about a remark, or null when the text is none. */
export function remarkOn(text: string, { who }: CardLostState, context: Context): string | null {
  const { remarks, pages, restated } = wordsOf(context);
  const { servicedesk } = context.facts;
  const folded = fold(text);
  const name = REMARKS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (name !== undefined) return remarks[name]({ n: servicedesk, page: pageOf(context, 'sparra-kort', pages.block), isDirect: who === 'verified' });
  const event = looksLikeQuestion(text) ? null : readEvent(text);
  return event === 'lost' || event === 'stolen' || event === 'unknown' ? restated(servicedesk) : null;
}
