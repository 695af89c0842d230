/** Answers to the questions of whose card it is and what people are called. */
import { takeFacts } from './card-lost-facts.ts';
import { type Answer, type Answered, MISUNDERSTOOD, onward, skipping, told, withFacts } from './card-lost-onward.ts';
import { forColleague, forIdentity, forSelf, inDoubt, isAnotherName } from './card-lost-people.ts';
import { declines } from './card-lost-read.ts';
import type { CardLostState } from './card-lost-state.ts';
import { readWhose, saysAgrees, saysNo, saysNotMe } from './card-lost-whose.ts';
import { wordsOf } from './card-lost-words.ts';
import { SPEAKS_OF_SELF } from './contact-words.ts';
import { looksLikeQuestion, readContact } from './contact.ts';
import { readSurname } from './contact-names.ts';
import type { Context } from './dialog.ts';
import { fold } from './fold.ts';

/** "Du är inloggad som ... Är det ditt kort?" */
export const confirm: Answer = (state, { choice, text }, context) => {
  if (choice === 'own-card-yes') return ownCard(state, context);
  if (choice === 'colleague') return onward(state, forColleague(state));
  if (choice === 'other-person') return onward(state, forSelf(state));
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  if (saysNotMe(text)) return asAnother(state, text, context);
  // Somebody else's card, or somebody else at the computer: which is asked.
  if (saysNo(text)) return onward(state, inDoubt(state));
  const { whose } = readWhose(text);
  const known = takeFacts(state, text, context.at);
  if (whose === null && known?.holder.name !== undefined && known.holder.name !== state.identity?.name) return otherName(state, text, context);
  const isOwn = whose === 'own' || (whose === null && saysAgrees(text));
  if (isOwn) return ownCard(known === null ? state : { ...state, ...known }, context);
  return known === null ? MISUNDERSTOOD : told(state, known, context);
};

/** "Vems kort är det?" An answer in so many words: a mere yes is none. */
export const whose: Answer = (state, { choice, text }, context) => {
  if (choice === 'own-card') return ownCard(state, context);
  if (choice === 'colleague') return onward(state, forColleague(state));
  if (choice === 'other-person') return onward(state, forSelf(state));
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  if (saysNotMe(text)) return asAnother(state, text, context);
  const said = readWhose(text).whose;
  if (said === 'own') return ownCard(state, context);
  if (said === 'other') return withFacts(state, text, context);
  if (saysAgrees(text)) return { then: 'ask', state, say: [{ text: wordsOf(context).whichOfThem }] };
  // Whoever names somebody here tells whose card it is.
  const naming = text.replace(/^(?:nej|nä|no)[ ,]+(?:det är |it is |it's )?/iu, '');
  const { found } = readContact(naming, 'name');
  const known = found.name === undefined ? null : takeFacts({ ...forColleague(state), step: 'name' }, naming, context.at, 'name');
  return known === null ? withFacts(state, text, context) : onward(state, known);
};

export const named: Answer = (state, { choice, text }, context) => {
  if (choice === 'colleague') return onward(state, forColleague(state));
  if (choice === 'own-card') return changedToOwn(state);
  const step = choice === null ? withFacts(state, text, context, 'name') : MISUNDERSTOOD;
  const refuses = choice === 'no-name' || (step.then === 'misunderstood' && declines(text) && !looksLikeQuestion(text));
  return refuses ? { then: 'finish', say: [{ text: wordsOf(context).noName(context.facts.servicedesk) }] } : step;
};

/** One name is often all that people write; the surname is asked for once. */
export const surname: Answer = (state, { choice, text }, context) => {
  const skipped = { ...state, skipped: skipping(state, 'surname') };
  if (choice === 'skip' || (choice === null && declines(text))) return onward(state, skipped);
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  const written = readSurname(text);
  const { name = '' } = state.holder;
  if (written !== null) return onward(state, { ...state, holder: { ...state.holder, name: written.includes(' ') ? written : `${name} ${written}` } });
  const known = takeFacts(state, text, context.at, 'name');
  return known === null ? MISUNDERSTOOD : onward(state, { ...known, skipped: skipping(known, 'surname') });
};

export const correctWho: Answer = (state, { choice, text }, context) => {
  if (choice === 'own-card') return changedToOwn(state);
  if (choice === 'colleague') return onward(state, forColleague(state));
  return withFacts(state, text, context, 'name');
};

/** The only way to a request that blocks directly; without a vouched identity the card is the writer's own all the same. */
function ownCard(asked: CardLostState, context: Context): Answered {
  const state = asked.who === 'colleague' ? { ...asked, holder: {}, reporter: {} } : asked;
  if (state.identity === null) return onward(state, forSelf(state));
  const { noLongerVerified, anotherName } = wordsOf(context);
  const known = forIdentity(state, context);
  if (known !== null) return onward(state, known);
  return isAnotherName(state) ? onward(state, forSelf(state), anotherName(state.holder.name ?? '')) : onward(state, forSelf({ ...state, identity: null }), noLongerVerified);
}

/** A report for a colleague that was one's own all the time: a vouched identity is shown before anything is agreed to. */
function changedToOwn(state: CardLostState): Answered {
  return onward(state, state.identity === null ? forSelf(state) : { ...state, who: null, doubt: 'none', holder: {}, reporter: {} });
}

/** "Jag är inte Bo, jag heter Lisa": somebody that nobody vouches for. */
function asAnother(state: CardLostState, text: string, context: Context): Answered {
  const known = forSelf(state);
  return onward(state, takeFacts(known, text, context.at) ?? known);
}

/** Another name than the one that is signed in: the writer's own, or the holder's. */
function otherName(state: CardLostState, text: string, context: Context): Answered {
  const known = SPEAKS_OF_SELF.test(fold(text)) ? forSelf({ ...state, holder: {} }) : inDoubt(state);
  return onward(state, takeFacts(known, text, context.at) ?? known);
}

/** The identity whose card it seemed to be is another person's, said where the request is shown already. */
export function deniedIdentity(state: CardLostState, text: string, context: Context): Answered | null {
  return state.who === 'verified' && saysNotMe(text) ? asAnother(state, text, context) : null;
}
