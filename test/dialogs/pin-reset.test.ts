import { describe, expect, it } from 'vitest';
import type { Context, Language, Opening, Step } from '../../dialogs/dialog.ts';
import type { PinResetState } from '../../dialogs/pin-reset-state.ts';
import { en } from '../../dialogs/pin-reset.en.ts';
import { sv } from '../../dialogs/pin-reset.sv.ts';
import { pinReset } from '../../dialogs/pin-reset.ts';
import { after, placeOf, said, stateOf, swedish } from './pin-reset-talk.ts';
import { contextIn } from './subjects.ts';

const numbers = sv.numbers('30000', '0776-730000');
const unlocking = '[Instruktion för upplåsning](https://vardgivare.skane.se/it/e-tjanstekort/pin-och-puk-koder/)';

function asked(step: Step<PinResetState>, context: Context = swedish): string {
  return pinReset.ask(stateOf(step), context).text;
}

function openingOf(step: Step<PinResetState>): Opening {
  if (step.then !== 'switch') throw new Error(`The dialog does not give the floor away: ${JSON.stringify(step)}`);
  return step.opening;
}

function buttons(step: Step<PinResetState>): readonly string[] {
  return (pinReset.ask(stateOf(step), swedish).choices ?? []).map(({ id }) => id);
}

/** Answers until the code step of an instruction is open. */
const toCodeStep = ['#done', '#done', '#done'];

describe('a PIN reset, opened by a forgotten PIN', () => {
  it('says at once what is needed and where the instruction stands, then asks for the PUK with buttons', () => {
    const step = after({ text: 'jag har glömt min pinkod' });
    expect(said(step)).toBe(sv.short.unlock(unlocking));
    expect(asked(step)).toBe(sv.ask.puk);
    expect(buttons(step)).toEqual(['puk-yes', 'puk-no', 'what-is-puk']);
  });

  it('names only the page when the operator has given no address', () => {
    const context = contextIn('sv', swedish.person, { links: { 'instruktion-upplasning': { title: 'Instruktion för upplåsning', url: null } } });
    expect(said(after({ text: 'glömt pin' }, [], context))).toBe(sv.short.unlock('Instruktion för upplåsning'));
  });

  it('remembers whether the PIN is forgotten or locked', () => {
    expect(stateOf(after({ text: 'jag har glömt min pin' })).cause).toBe('forgotten');
    expect(stateOf(after({ text: 'slog fel kod tre ganger, nu ar den last' })).cause).toBe('locked');
    expect(stateOf(after({ text: '' })).cause).toBeNull();
  });

  it('starts with the first step when the message says that the PUK is there', () => {
    expect(placeOf(after({ text: 'glömt koden men jag har min puk-kod' }))).toEqual({ at: 'guide', spot: { guide: 'unlock', step: 'insert', all: false } });
  });

  it('does not take a PUK that is missing for one that is there', () => {
    expect(placeOf(after({ text: 'glömt pin och har inte min puk' }))).toEqual({ at: 'employed' });
  });

  it.each(['koden strular', 'mitt kort är spärrat', 'pin funkar inte'])('asks which case it is after "%s"', (text) => {
    const step = after({ text });
    expect(asked(step)).toBe(sv.ask.case);
    expect(buttons(step)).toEqual(['forgot', 'locked', 'change', 'puk-lost', 'card-lost']);
  });

  it('shows every step at once to those who ask for that', () => {
    const step = after({ text: 'glömt pin, visa alla steg' });
    expect(asked(step)).toContain('1. Sätt kortet i läsaren');
    expect(asked(step)).toContain('5. Följ stegen i fönstret');
    expect(buttons(step)).toEqual(['done', 'failed']);
  });
});

describe('a PIN reset, when it is open which case it is', () => {
  const open = { text: 'koden strular' };

  it.each([['#forgot', 'puk'], ['den är låst', 'puk'], ['jag vill byta kod', 'guide'], ['jag har tappat bort min puk', 'employed']])('goes on after "%s" to the place %s', (answer, at) => {
    expect(placeOf(after(open, [answer])).at).toBe(at);
  });

  it.each(['#card-lost', 'jag har tappat bort kortet'])('hands a lost card over to that dialog after "%s"', (answer) => {
    expect(after(open, [answer])).toMatchObject({ then: 'switch', to: 'card-lost', opening: { intent: 'card-lost' } });
  });
});

describe('a PIN reset, at the question about the PUK', () => {
  const forgotten = { text: 'glömt pin' };

  it.each(['#puk-yes', 'ja', 'Ja, det har jag', 'jag hittade den'])('starts the steps after "%s"', (answer) => {
    expect(placeOf(after(forgotten, [answer]))).toMatchObject({ at: 'guide', spot: { step: 'insert' } });
  });

  it.each(['#puk-no', 'nej', 'nej tyvärr', 'jag har den inte', 'hittar inte brevet', 'jag har slängt den'])('asks about the employer after "%s"', (answer) => {
    expect(placeOf(after(forgotten, [answer]))).toEqual({ at: 'employed' });
  });

  it.each(['#what-is-puk', 'vad är en PUK-kod?', 'vet inte'])('explains the PUK after "%s" and asks again', (answer) => {
    const step = after(forgotten, [answer]);
    expect(said(step)).toBe(sv.explain.puk);
    expect(placeOf(step)).toEqual({ at: 'puk' });
  });

  it.each(['hur beställer jag ett nytt kort?', 'kan jag få hjälp med det', 'asdf qwer', '!!!'])('leaves "%s" to the conversation', (answer) => {
    expect(after(forgotten, [answer])).toEqual({ then: 'misunderstood' });
  });

  it('knows no button of another question', () => {
    expect(after(forgotten, ['#worked'])).toEqual({ then: 'misunderstood' });
  });
});

describe('a PIN reset without a PUK', () => {
  it('gives both doors at once and asks about the employer', () => {
    const step = after({ intent: 'puk-forgotten', text: 'tappat min puk' });
    expect(said(step)).toBe(sv.short.employed('Ritz', numbers));
    expect(buttons(step)).toEqual(['employed-yes', 'employed-no', 'employed-unsure']);
  });

  it.each(['#employed-yes', 'ja', 'jag jobbar i Region Skåne'])('ends with Ritz for "%s"', (answer) => {
    expect(after({ intent: 'puk-forgotten' }, [answer])).toEqual({ then: 'finish', say: [{ text: sv.end.ritz('Ritz', unlocking, numbers) }] });
  });

  it.each(['#employed-no', 'nej', 'nej, en privat vårdgivare', 'inte anställd'])('names Servicedesk, and never Ritz, for "%s"', (answer) => {
    const step = after({ intent: 'puk-forgotten' }, [answer]);
    expect(step).toMatchObject({ then: 'switch', to: 'escalation', say: [{ text: sv.say.toServicedesk['no-puk'] }] });
    expect(said(step)).not.toContain('Ritz');
  });

  it('does not ask what the first message already said', () => {
    expect(after({ intent: 'puk-forgotten', text: 'glömt puk, jobbar för Region Skåne' }).then).toBe('finish');
    expect(after({ intent: 'puk-forgotten', text: 'glömt puk, privat vårdgivare' })).toMatchObject({ then: 'switch', to: 'escalation' });
  });

  it('tells Servicedesk why, with what an earlier dialog found out', () => {
    const opening = { intent: 'puk-forgotten', tried: ['Kortet är inte borta.'] };
    expect(openingOf(after(opening, ['#employed-no']))).toEqual({ intent: 'talk-to-servicedesk', text: sv.ticket.subject['no-puk'], tried: ['Kortet är inte borta.', sv.ticket.cause['puk-lost'], sv.ticket.employed.no] });
  });
});

describe('a PIN reset, step by step', () => {
  it('shows one step a turn with its number', () => {
    expect(asked(after({ intent: 'pin-change' }))).toBe(sv.ask.step(1, 6, sv.steps.insert));
    expect(asked(after({ intent: 'pin-change' }, ['klart']))).toBe(sv.ask.step(2, 6, sv.steps.icon));
  });

  it.each(['klart', 'klar', 'ok', 'nästa', 'gjort', 'ja', 'Ja!', 'det gick bra', 'nu är det klart'])('goes on after "%s"', (answer) => {
    expect(placeOf(after({ intent: 'pin-change' }, [answer]))).toMatchObject({ spot: { step: 'icon' } });
  });

  it.each(['det fungerade inte', 'funkar inte', 'nej', 'går inte', 'klart men det funkar inte', 'det går inte, vad gör jag nu?'])('asks what happens after "%s"', (answer) => {
    expect(placeOf(after({ intent: 'pin-change' }, [answer])).at).toBe('failure');
  });

  it('takes a described trouble at its word', () => {
    expect(placeOf(after({ intent: 'pin-change' }, ['klart', 'jag hittar inte ikonen, var är den?']))).toMatchObject({ at: 'advice', trouble: 'no-icon', spot: { step: 'icon' } });
    expect(placeOf(after({ intent: 'pin-change' }, ['kortet läses inte in']))).toMatchObject({ at: 'advice', trouble: 'card-not-read' });
  });

  it('does not take a question of its own for an answer', () => {
    expect(after({ intent: 'pin-change' }, ['hur beställer jag ett nytt kort?'])).toEqual({ then: 'misunderstood' });
  });

  it('has the code to choose as a step of its own, explains the difference, and keeps the choice', () => {
    const step = after({ intent: 'pin-change' }, toCodeStep);
    expect(buttons(step)).toEqual(['legitimering', 'underskrift', 'what-is-the-difference', 'failed', 'all-steps']);
    expect(said(after({ intent: 'pin-change' }, [...toCodeStep, 'vad är skillnaden?']))).toBe(sv.explain.difference);
    const chosen = stateOf(after({ intent: 'pin-change' }, [...toCodeStep, 'den för underskrift']));
    expect(chosen).toMatchObject({ code: 'underskrift', place: { spot: { step: 'change-window' } } });
    expect(placeOf(after({ intent: 'pin-change' }, [...toCodeStep, 'klart']))).toMatchObject({ spot: { step: 'change-window' } });
  });

  it('shows the rest at once when asked', () => {
    const step = after({ intent: 'pin-change' }, ['klart', 'kan jag få se alla steg?']);
    expect(placeOf(step)).toMatchObject({ spot: { all: true } });
    expect(asked(step)).toContain('6. Tryck på OK.');
  });

  it('finds out on the way that the PUK is missing', () => {
    expect(placeOf(after({ text: 'glömt pin' }, ['ja', 'klart', 'jag har ingen puk']))).toEqual({ at: 'employed' });
  });

  it('ends with a reminder never to share the codes, and a tip', () => {
    const change = after({ intent: 'pin-change' }, [...toCodeStep, '#legitimering', '#done', '#done']);
    expect(change).toEqual({ then: 'finish', say: [{ text: sv.end.change('[Testa ditt e-tjänstekort](https://test-siths.se)') }] });
    expect(said(change)).toContain('Lämna aldrig ut dina koder');
    expect(after({ text: 'glömt pin' }, ['#puk-yes', ...toCodeStep, '#legitimering', '#done']).then).toBe('finish');
  });
});

describe('a PIN reset, when a step fails', () => {
  const failing = ['#puk-yes', '#done', '#failed'];

  it('offers the troubles of the instruction at hand', () => {
    expect(buttons(after({ text: 'glömt pin' }, failing))).toEqual(['card-not-read', 'no-icon', 'wrong-puk', 'other']);
    expect(buttons(after({ intent: 'pin-change' }, ['#failed']))).toEqual(['card-not-read', 'no-icon', 'wrong-pin', 'other']);
  });

  it.each([
    ['#card-not-read', ['drivrutin', 'Läs in kortet på nytt', 'test-siths.se']],
    ['#no-icon', ['licensierat Net iD', 'annans dator', 'test-siths.se']],
    ['#other', ['test-siths.se', 'drivrutin', 'licensierat Net iD']],
  ])('advises on %s from what the owner says', (answer, parts) => {
    for (const part of parts) expect(asked(after({ text: 'glömt pin' }, [...failing, answer]))).toContain(part);
  });

  it.each(['nu funkar det', 'ja', '#worked', 'det löste sig'])('goes on with the same step when the advice helped: "%s"', (answer) => {
    const step = after({ text: 'glömt pin' }, [...failing, '#no-icon', answer]);
    expect(said(step)).toBe(sv.say.goesOn);
    expect(placeOf(step)).toMatchObject({ at: 'guide', spot: { step: 'icon' } });
  });

  it('says nothing of a new PIN when the last step failed and the advice helped', () => {
    const step = after({ text: 'glömt pin' }, ['ja', ...toCodeStep, 'legitimering', 'kortet läses inte', 'ja']);
    expect(placeOf(step)).toMatchObject({ at: 'guide', spot: { step: 'unlock-window' } });
  });

  it('keeps a trouble that was mended for the ticket of a later one', () => {
    const step = after({ text: 'glömt pin' }, ['ja', 'det står att kortet inte kan läsas', 'ja', 'klart', 'menyn är grå', 'nej']);
    expect(openingOf(step).text).toContain('menyn är grå');
    expect(openingOf(step).tried?.slice(0, 2)).toEqual([`${sv.ticket.trouble['card-not-read']} ${sv.ticket.ownWords('det står att kortet inte kan läsas')}`, sv.ticket.advised['card-not-read']]);
  });

  it('ends in a ticket that holds what was tried, in the user\'s own words', () => {
    const step = after({ text: 'glömt koden för underskrift' }, [...failing, 'rutan blir bara grå', 'nej, samma fel']);
    expect(step).toMatchObject({ then: 'switch', to: 'escalation', say: [{ text: sv.say.toServicedesk['still-failing'] }] });
    expect(openingOf(step)).toEqual({
      intent: 'talk-to-servicedesk',
      text: `${sv.ticket.subject.unlock} ${sv.ticket.ownWords('rutan blir bara grå')}`,
      tried: [
        sv.ticket.cause.forgotten, sv.ticket.code.underskrift, sv.ticket.stopped('unlock', 2, 5, sv.ticket.stepNames.icon),
        sv.ticket.advised.other, sv.ticket.stillFailing,
      ],
    });
  });

  it('sends a PUK that is refused to Servicedesk, not to Ritz', () => {
    const step = after({ text: 'glömt pin' }, [...failing, '#wrong-puk']);
    expect(step).toMatchObject({ then: 'switch', to: 'escalation', say: [{ text: sv.say.toServicedesk['wrong-puk'] }] });
    expect(openingOf(step).text).toContain(sv.ticket.trouble['wrong-puk']);
  });

  it('turns a change whose old PIN is refused into an unlocking', () => {
    const step = after({ intent: 'pin-change' }, ['#failed', '#wrong-pin']);
    expect(said(step)).toBe(sv.say.oldPinRefused(unlocking));
    expect(placeOf(step)).toEqual({ at: 'puk' });
  });

  it('does not take a question for a description', () => {
    expect(after({ text: 'glömt pin' }, [...failing, 'hur beställer jag ett nytt?'])).toEqual({ then: 'misunderstood' });
  });

  it('keeps a long description short enough to store', () => {
    const step = after({ text: 'glömt pin' }, [...failing, 'grå ruta '.repeat(200)]);
    expect(pinReset.state.safeParse(stateOf(step)).success).toBe(true);
  });
});

describe('a PIN reset, going back', () => {
  const before = (step: Step<PinResetState>) => pinReset.back(stateOf(step))?.place ?? null;

  it('leads to the question before', () => {
    expect(before(after({ intent: 'pin-change' }, ['#done']))).toMatchObject({ at: 'guide', spot: { step: 'insert' } });
    expect(before(after({ intent: 'pin-change' }, ['#done', '#failed']))).toMatchObject({ at: 'guide', spot: { step: 'icon' } });
    expect(before(after({ intent: 'pin-change' }, ['#done', '#all-steps']))).toMatchObject({ at: 'guide', spot: { step: 'icon', all: false } });
    expect(before(after({ text: 'glömt pin' }, ['#puk-no']))).toEqual({ at: 'puk' });
    expect(before(after({ text: 'glömt pin' }, ['#puk-yes']))).toEqual({ at: 'puk' });
  });

  it('leads from the first question to which case it is, so that a misread opening can be put right, and no further', () => {
    expect(before(after({ text: 'glömt pin' }))).toEqual({ at: 'case' });
    expect(before(after({ intent: 'puk-forgotten' }))).toEqual({ at: 'case' });
    expect(before(after({ text: 'koden strular' }))).toBeNull();
  });
});

describe('a PIN reset in English', () => {
  const english = contextIn('en');
  const in_ = (language: Language, ...answers: string[]) => after({ text: language === 'en' ? 'I forgot my PIN' : 'glömt pin' }, answers, contextIn(language));

  it('asks and understands in English', () => {
    expect(asked(in_('en'), english)).toBe(en.ask.puk);
    expect(placeOf(in_('en', 'yes I have it'))).toMatchObject({ at: 'guide' });
    expect(placeOf(in_('en', 'I don\'t have it'))).toEqual({ at: 'employed' });
    expect(placeOf(in_('en', 'yes', 'done', 'I can\'t see the icon'))).toMatchObject({ at: 'advice', trouble: 'no-icon' });
  });
});
