import { describe, expect, test } from 'vitest';
import { en } from '../../bot/conversation/wording.en.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { maskedEvent } from '../../bot/turn.ts';
import type { Prior } from '../../intents/reading.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { ownKnowledge, talk, type Talk } from './talk.ts';

const understander = keywordUnderstander({
  tappat: 'card-lost',
  glömt: 'pin-forgotten',
  gäller: 'card-validity',
  beställer: 'order-card',
  hej: 'greeting',
  kostar: 'lost:card-price',
  hittat: 'lost:card-found',
  byta: 'pin-change|name-change',
  'how long': 'card-validity',
});
const numbers = '30000 (internt) eller 0776-730000 (externt)';

describe('a conversation', () => {
  test('begins with a welcome that says it is a bot and never to write codes', () => {
    const one = talk({ understander, welcomed: false });
    expect(one.happen({ kind: 'joined' })).toBe(sv.welcome);
    expect(sv.welcome).toMatch(/bot, inte en människa[\s\S]*Skriv aldrig koder/);
    expect(one.happen({ kind: 'joined' })).toBe('');
  });

  test('welcomes also someone who writes first, and answers at once', () => {
    expect(talk({ understander, welcomed: false }).say('hur länge gäller kortet')).toMatch(/^Hej! Jag är en bot[\s\S]*fem år/);
  });

  test('answers with the source, what people ask next, and "fick du hjälp"', () => {
    const one = talk({ understander });
    expect(one.say('hur länge gäller kortet?')).toMatch(/fem år[\s\S]*Källa: \[Frågor och svar\]\(https:\/\/vardgivare[\s\S]*Fick du hjälp\?$/);
    expect(one.choices).toEqual(['yes', 'no', 'intent:order-card', 'intent:certificate-expiry']);
    expect(one.last.trace).toMatchObject({ decision: 'answer', intent: 'card-validity', intents: ['card-validity'] });
  });

  test('keeps feedback, and a no offers a rephrasing or Servicedesk', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    expect(one.say('nä')).toContain(numbers);
    expect(one.last.effects).toEqual([{ key: 'c/t2/0', effect: { kind: 'recordFeedback', feedback: { intent: 'card-validity', helped: false } } }]);
    expect(one.choices).toEqual(['person']);
  });

  test.each(['Det funkar ändå inte!', 'det hjälpte inte'])('takes "%s" as a no to that question', (text) => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    expect(one.say(text)).toContain(sv.feedbackNo(numbers));
    expect(one.last.effects).toMatchObject([{ effect: { kind: 'recordFeedback', feedback: { intent: 'card-validity', helped: false } } }]);
  });

  test('reads the next message with what was answered in mind, and what its topic is related to, but not in a dialog', () => {
    const priors: (Prior | undefined)[] = [];
    const one = talk({ understander: { version: '1', understand: (text, prior) => (priors.push(prior), understander.understand(text, prior)) } });
    one.say('hur länge gäller kortet?');
    one.say('och sen då?');
    expect(priors[1]).toMatchObject({ lastIntent: 'card-validity', related: ['order-card', 'certificate-expiry'] });
    expect(priors[1]?.relating).toContain('certificate-expiry');
    one.say('jag har tappat kortet');
    one.say('vet inte det');
    expect(priors.at(-1)).toEqual({ lastIntent: null, language: 'sv' });
    one.say('avbryt');
    one.say('och nästa?');
    expect(priors.at(-1)).toMatchObject({ lastIntent: 'card-lost' });
  });

  test('takes a yes as feedback only right after an answer', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    one.say('hej');
    one.say('ja');
    expect(one.last.effects).toEqual([]);
  });

  test('asks which of two it is, and takes the choice by button, label or number', () => {
    for (const pick of [() => 'choose', () => 'Byta PIN-kod', () => '1']) {
      const one = talk({ understander });
      one.say('jag vill byta');
      expect(one.choices).toEqual(['intent:pin-change', 'intent:name-change', 'none-of-these']);
      expect(one.last.trace).toMatchObject({ decision: 'clarify', intent: null, offers: ['pin-change', 'name-change'] });
      const label = one.last.replies.at(-1)?.choices?.[0]?.label ?? '';
      if (pick() === 'choose') one.choose('intent:pin-change');
      else one.say(pick() === '1' ? '1' : label);
      expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['pin-reset']);
    }
  });

  test('does not ask first where a lost card is likely', () => {
    const understand = () => ({ understanding: { kind: 'torn', between: ['card-lost', 'feedback'] }, needs: [], aside: null, trust: 0.5, candidates: [{ intent: 'card-lost', confidence: 0.7 }], language: 'sv' }) as const;
    const one = talk({ understander: { version: '1', understand } });
    expect(one.say('kortet åkte nog med tåget')).toContain(numbers);
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost']);
  });

  test('hands the unclear message on with the choice, and with what is typed in answer', () => {
    const one = talk({ understander });
    one.say('jag vill byta, jag har ingen puk');
    one.choose('intent:pin-change');
    expect(one.state.history.at(-1)?.asked).toBe('jag vill byta, jag har ingen puk');
    const two = talk({ understander: keywordUnderstander({ byta: 'pin-change|name-change', ändra: 'pin-change', gäller: 'card-validity' }) });
    two.say('byta på kortet i dag');
    two.say('ändra koden');
    expect(two.state.history.at(-1)?.asked).toBe('byta på kortet i dag\nändra koden');
    two.say('avbryt');
    two.say('byta');
    two.say('hur länge gäller kortet?');
    expect(two.state.history.at(-1)?.asked).toBe('hur länge gäller kortet?');
  });

  test('accepts "inget av dessa" and asks for other words', () => {
    const one = talk({ understander });
    one.say('jag vill byta');
    expect(one.choose('none-of-these')).toBe(sv.noneOfTheseTaken);
  });

  test('declines a known question without an answer with its door, and does not count it as a miss', () => {
    const one = talk({ understander });
    expect(one.say('vad kostar kortet')).toMatch(/ingen uppgift/);
    expect(one.last.trace).toMatchObject({ decision: 'decline', intent: null, topic: 'card-price' });
    expect(one.state.misses).toBe(0);
  });

  test('offers Servicedesk after two misses in a row', () => {
    const one = talk({ understander });
    expect(one.say('blubb')).toContain(sv.decline);
    expect(one.say('blabb')).toContain(numbers);
    expect(one.choices).toContain('person');
  });

  test('meets two needs in one message: the number for a lost card first, its question last', () => {
    const one = talk({ understander });
    expect(one.say('hur länge gäller ett nytt? jag har tappat kortet')).toMatch(/^Ring Servicedesk direkt[\s\S]*---[\s\S]*fem år[\s\S]*---[\s\S]*Ungefär när hände det/);
    expect(one.last.trace).toMatchObject({ decision: 'dialog', intents: ['card-lost', 'card-validity'] });
  });

  test('keeps a second dialog waiting until the first is through', () => {
    const one = talk({ understander });
    one.say('jag har tappat kortet och glömt koden');
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost']);
    one.say('jag hittade kortet');
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['pin-reset']);
  });

  test('answers in English when the user writes English', () => {
    const one = talk({ understander });
    expect(one.say('how long is the card valid?')).toMatch(/five years[\s\S]*Did that help\?$/);
  });

  test('says calmly that a button is out of date', () => {
    expect(talk({ understander }).choose('yes')).toBe(sv.stale);
    expect(talk({ understander }).choose('no-such-choice')).toBe(sv.stale);
    expect(talk({ understander }).choose('intent:no-such-topic')).toContain(sv.decline);
  });

  test('opens a dialog once, however often its button is pressed', () => {
    const one = talk({ understander, welcomed: false });
    one.happen({ kind: 'joined' });
    one.choose('intent:card-lost');
    const question = one.last.replies.at(-1)?.text;
    expect(one.choose('intent:card-lost')).toBe(question);
    expect(one.state.stack).toHaveLength(1);
  });

  test('gives the same outcome for the same turn: the keys of effects too', () => {
    const [one, two] = [talk({ understander }), talk({ understander })];
    for (const each of [one, two]) {
      each.say('hur länge gäller kortet?');
      each.choose('yes');
    }
    expect(two.last).toEqual(one.last);
  });

  test('warns when an answer is past its review date', () => {
    const answerReviewedBy = (reviewBy: string): string => {
      const topic = ownKnowledge.topics.get('card-validity');
      if (topic === undefined) throw new Error('the topic is gone');
      const topics = new Map([...ownKnowledge.topics, [topic.id, { ...topic, reviewBy }]]);
      return talk({ understander, knowledge: { ...ownKnowledge, topics } }).say('hur länge gäller kortet?');
    };
    expect(answerReviewedBy('2026-11-23')).toContain(sv.overdueReview('2026-11-23'));
    expect(answerReviewedBy('2026-11-24')).not.toContain('granskats');
  });
});

describe('a message that holds a secret', () => {
  test('is answered with what was removed, and with the rest of it', () => {
    const one = talk({ understander });
    expect(one.say('min kod är [borttagen kod], hur länge gäller kortet', { removed: ['pin'] })).toMatch(/tagit bort det[\s\S]*byt den[\s\S]*fem år/);
  });

  test('and nothing else asks for the question again', () => {
    const one = talk({ understander });
    expect(one.say('[borttagen kod]', { removed: ['code'] })).toMatch(/tagit bort[\s\S]*utan koder/);
    expect(one.state.misses).toBe(0);
  });

  test('is read without what was removed', () => {
    const heard: string[] = [];
    const listening = { version: '1', understand: (text: string) => (heard.push(text), understander.understand(text)) };
    talk({ understander: listening }).say('mitt nummer är [borttaget personnummer] hur länge gäller kortet', { removed: ['personnummer'] });
    expect([...new Set(heard)]).toEqual(['mitt nummer är … hur länge gäller kortet']);
  });

  const typed = (one: Talk, text: string): string => one.happen(maskedEvent({ kind: 'said', text }, 200));

  test.each(['min pinkod är 4711 och kortet är stulet', 'Kortet är stulet, min pin var 482913.', 'mitt lösenord är Sommar2024 men kortet är stulet'])('still starts what it asks for: %j', (text) => {
    const one = talk({ understander: keywordUnderstander({ pin: 'pin-forgotten', lösenord: 'pin-forgotten', stulet: 'card-lost' }) });
    typed(one, text);
    expect(one.last.trace).toMatchObject({ intents: ['card-lost'] });
  });

  test('is read whole where its rest means nothing by itself', () => {
    const one = talk({ understander: keywordUnderstander({ pin: 'pin-forgotten' }) });
    typed(one, 'min pin är 482913 men den funkar inte');
    expect(one.last.trace).toMatchObject({ intents: ['pin-forgotten'] });
  });

  test('is answered in its own language, the first one as well', () => {
    expect(typed(talk({ understander }), 'my code is 482913')).toContain(en.removed(['code']));
  });

  test('answers the question of a dialog with the words beside it, and is no miss', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden');
    const question = one.last.replies.at(-1)?.text;
    for (const text of ['min puk är 12345678', 'min nya kod är 482913, är det ok?', 'jag har valt 112233 som pin']) {
      typed(one, text);
      expect(one.last.replies[0]?.text).toBe(sv.removed([text.includes('puk') ? 'puk' : 'code']));
      expect(one.last.replies.at(-1)?.text).toBe(question);
    }
    expect(one.state.misses).toBe(0);
    typed(one, 'ja, puk 55667788');
    expect(one.last.replies.at(-1)?.text).toContain('Steg 1');
  });

  test('is told of when an edit holds it', () => {
    expect(talk({ understander }).happen(maskedEvent({ kind: 'edited', text: 'min pin är 482913' }, 200))).toContain(sv.removed(['pin']));
  });

  test('does not end a dialog: its question is asked again', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden');
    const question = one.last.replies.at(-1)?.text;
    one.say('[borttagen kod]', { removed: ['pin'] });
    expect(one.last.replies.at(-1)?.text).toBe(question);
  });
});

describe('a yes or no', () => {
  test('that answers nothing is not guessed at', () => expect(talk({ understander }).say('ja')).toBe(sv.nothingAsked));

  test('to "which is it?" asks again, or means none of them', () => {
    const one = talk({ understander });
    one.say('jag vill byta');
    expect(one.say('ja')).toBe(sv.chooseOne);
    expect(one.choices).toContain('intent:pin-change');
    expect(one.say('nej')).toBe(sv.noneOfTheseTaken);
  });

  test.each(['ok?', 'ja?'])('with a question mark ("%s") is asked about', (text) => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    expect(one.say(text)).toBe(sv.answerClearly);
    one.say('ja');
    expect(one.last.effects).toMatchObject([{ effect: { kind: 'recordFeedback' } }]);
  });

  test('after two misses may be a no, and later misses are shorter', () => {
    const one = talk({ understander });
    one.say('blubb');
    one.say('blabb');
    expect(one.say('nej tack det behövs inte')).toBe(sv.noPerson(numbers));
    for (const text of ['blubb', 'blabb', 'blibb']) one.say(text);
    expect(one.last.replies.at(-1)?.text).toBe(sv.missedAgain);
    expect(one.choices).toContain('intent:card-lost');
  });

  test('after two misses means a person', () => {
    const one = talk({ understander });
    one.say('blubb');
    one.say('blabb');
    one.say('ja tack');
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['escalation']);
  });
});

describe('a message that cannot be read', () => {
  test.each(['', '   ', '!?'])('("%s") gets a calm reply', (text) => expect(talk({ understander }).say(text)).toBe(sv.empty));

  test('because it is too long is said to be so', () => expect(talk({ understander }).say('a'.repeat(200), { cut: true })).toBe(sv.tooLong(200)));
});

describe('in the middle of a dialog', () => {
  const inCardLost = (): ReturnType<typeof talk> => {
    const one = talk({ understander });
    one.say('jag har tappat kortet');
    return one;
  };

  test('a question is answered and the dialog asks its own again', () => {
    const one = inCardLost();
    const question = one.last.replies.at(-1)?.text;
    expect(one.say('hur länge gäller kortet?')).toContain('fem år');
    expect(one.last.replies.at(-1)?.text).toBe(question);
  });

  test('a question without an answer is declined and the dialog asks again', () => {
    const one = inCardLost();
    const question = one.last.replies.at(-1)?.text;
    expect(one.say('vad kostar ett nytt kort?')).toContain('ingen uppgift');
    expect(one.last.replies.at(-1)?.text).toBe(question);
  });

  test('another dialog is pushed and the first one comes back', () => {
    const one = inCardLost();
    one.say('vad gör jag om jag har glömt koden?');
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost', 'pin-reset']);
    expect(one.choose('cancel')).toContain(sv.cancelled['pin-reset']());
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost']);
  });

  test.each(['avbryt', 'Strunta i det!', 'cancel', 'nej avbryt'])('"%s" cancels a report, and says that nothing was sent and no card is blocked', (text) => {
    const one = inCardLost();
    expect(one.say(text)).toBe(sv.cancelled['card-lost'](numbers));
    expect(one.state.stack).toEqual([]);
  });

  test('help and a person are one word away', () => {
    const one = inCardLost();
    expect(one.say('hjälp')).toContain(sv.helpInDialog);
    expect(one.say('människa')).toContain(numbers);
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost', 'escalation']);
  });

  test('back returns to the question before', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden');
    const first = one.last.replies.at(-1)?.text;
    one.choose('puk-yes');
    expect(one.last.replies.at(-1)?.text).not.toBe(first);
    one.say('tillbaka');
    expect(one.last.replies.at(-1)?.text).toBe(first);
  });

  test('every question has the ways out as buttons', () => expect(inCardLost().choices).toEqual(expect.arrayContaining(['cancel', 'person'])));

  test('a user who comes back after a long silence is asked whether to go on', () => {
    const one = inCardLost();
    const question = one.last.replies.at(-1)?.text;
    one.wait(31);
    expect(one.say('blubb')).toBe(sv.resume(sv.dialogs['card-lost']));
    one.say('ja');
    expect(one.last.replies.at(-1)?.text).toBe(question);
    one.wait(31);
    one.say('hallå');
    expect(one.say('nej')).toBe(sv.resumeNo);
    expect(one.state.stack).toEqual([]);
  });

  test('an answer after a long silence is taken, but nothing is sent before the user has agreed to go on', () => {
    const one = inCardLost();
    one.wait(31);
    expect(one.say('i morse')).toMatch(/^Vad heter du/);
    for (const text of ['Bo Ek', 'avd 3', '0701112233', 'ja']) one.say(text);
    one.wait(31);
    expect(one.say('spara begäran')).toBe(sv.resume(sv.dialogs['card-lost']));
    expect(one.last.effects).toEqual([]);
    expect(one.say('det löste sig')).toBe(sv.cancelled['card-lost'](numbers));
  });

  test('a question after a long silence is answered first', () => {
    const one = inCardLost();
    one.wait(60);
    expect(one.say('hur länge gäller kortet?')).toMatch(/fem år[\s\S]*Vill du fortsätta\?$/);
  });

  test('a dialog that changed under a deploy ends politely', () => {
    const one = inCardLost();
    one.put({ stack: one.state.stack.map((frame) => ({ ...frame, version: 0 })) });
    expect(one.say('i morse')).toBe(sv.dialogChanged(numbers));
    expect(one.state.stack).toEqual([]);
  });
});

describe('one\'s own tickets', () => {
  test('are shown on request, and nothing is invented where there are none', () => {
    const one = talk({ understander });
    expect(one.say('hur går det med mitt ärende?')).toBe(sv.noRequests(numbers));
    one.open = [{ kind: 'ticket', reference: 'ET-123456', subject: 'Läsaren blinkar', state: 'answered', openedAt: '2026-11-24T08:00:00Z', lastAnswer: 'Byt port' }];
    expect(one.say('hur går det med mitt ärende?')).toContain('**ET-123456** Läsaren blinkar: besvarat – ”Byt port”');
  });

  test('cannot smuggle a link into the list', () => {
    const one = talk({ understander });
    one.open = [{ kind: 'ticket', reference: 'ET-1', subject: 'Läsaren [klicka](javascript:alert(1))', state: 'open', openedAt: '2026-11-24T08:00:00Z' }];
    expect(one.say('mina ärenden')).toContain('Läsaren \\[klicka\\](javascript');
  });

  test('"är kortet spärrat?" gets the state of the request, where there is one', () => {
    const one = talk({ understander });
    one.open = [{ kind: 'block', reference: '', subject: 'Anna Testsson', state: 'sending', openedAt: '2026-11-24T08:00:00Z' }];
    expect(one.say('är kortet spärrat nu?')).toMatch(/Anna Testssons kort.*Kortet är inte spärrat än\.[\s\S]*30000/);
  });

  test('a found card after a sent request gets the truth about the request', () => {
    const one = talk({ understander });
    one.open = [{ kind: 'block', reference: 'ET-222222', subject: 'Spärr', state: 'open', openedAt: '2026-11-24T08:00:00Z' }];
    expect(one.say('vänta, jag har hittat kortet')).toMatch(/ET-222222[\s\S]*30000/);
  });

  test('an answer from Servicedesk reaches the user, and the open question is asked again', () => {
    const one = talk({ understander });
    one.say('jag har tappat kortet');
    const question = one.last.replies.at(-1)?.text;
    expect(one.happen({ kind: 'agentSaid', reference: 'ET-123456', text: 'Hej, vi har bytt din läsare.', closed: true })).toMatch(/ET-123456[\s\S]*bytt din läsare[\s\S]*avslutat/);
    expect(one.happen({ kind: 'news', reference: 'ET-123456', text: 'Ditt ärende gick att skicka till slut.' })).toMatch(/^Nytt om ärende ET-123456/);
    expect(one.last.replies.at(-1)?.text).toBe(question);
  });
});
