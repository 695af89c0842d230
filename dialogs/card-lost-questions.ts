/** The question of each step: a function of the state, so that it can be asked again after any digression. */
import type { CardLostState, StepName } from './card-lost-state.ts';
import { summary } from './card-lost-summary.ts';
import { choicesOf, wordsOf } from './card-lost-words.ts';
import type { Context, NumbersMeant, Reply } from './dialog.ts';

type Question = (state: CardLostState, context: Context) => Reply;

const QUESTIONS: Readonly<Record<StepName, Question>> = {
  which: (_, context) => ({ text: wordsOf(context).which, choices: choicesOf(context, ['lost', 'stolen', 'at-home', 'locked-pin', 'codes-lost']) }),
  when: (_, context) => ({ text: wordsOf(context).when, choices: choicesOf(context, [['skip', 'unknown-time']]) }),
  confirm: ({ identity }, context) => ({
    text: wordsOf(context).confirm(identity?.name ?? ''),
    choices: choicesOf(context, ['own-card-yes', 'other-person', 'colleague']),
  }),
  name: ({ who }, context) => {
    const words = wordsOf(context);
    return who === 'colleague'
      ? { text: words.colleagueName, choices: choicesOf(context, ['own-card', 'no-name']) }
      : { text: words.name, choices: choicesOf(context, ['colleague', 'no-name']) };
  },
  identity: ({ who }, context) => {
    const words = wordsOf(context);
    return { text: who === 'colleague' ? words.colleagueIdentity : words.identity, choices: choicesOf(context, [['skip', 'skip-identity']]) };
  },
  'reporter-name': (_, context) => ({ text: wordsOf(context).reporterName, choices: choicesOf(context, ['no-name']) }),
  phone: (_, context) => ({ text: wordsOf(context).phone, choices: choicesOf(context, [['skip', 'skip-phone']]) }),
  employed: ({ who }, context) => {
    const words = wordsOf(context);
    // Not "yes": the same button pressed twice must not go on to answer yes to sending.
    return { text: who === 'colleague' ? words.colleagueEmployed : words.employed, choices: choicesOf(context, ['employed-yes', 'employed-no', ['skip', 'skip-employed']]) };
  },
  summary,
  'correct-who': ({ who }, context) => ({ text: wordsOf(context).correctWho, choices: choicesOf(context, [who === 'colleague' ? 'own-card' : 'colleague']) }),
  sent: (_, context) => ({ text: wordsOf(context).waiting(context.facts.servicedesk) }),
};

export function ask(state: CardLostState, context: Context): Reply {
  return QUESTIONS[state.step](state, context);
}

const NUMBERS_MEANT: Readonly<Partial<Record<StepName, NumbersMeant>>> = { when: 'time', name: 'contact', identity: 'contact', 'reporter-name': 'contact', phone: 'contact', 'correct-who': 'contact' };

export function numbersMeant({ step }: CardLostState): NumbersMeant | null {
  return NUMBERS_MEANT[step] ?? null;
}
