import { describe, expect, it } from 'vitest';
import { cardLost, type CardLostState, foundAfterSending, whetherBlocked } from '../../dialogs/card-lost.ts';
import { sv } from '../../dialogs/card-lost.sv.ts';
import type { BlockRequest, Context, Facts, OpenRequest, Person, Reply, Settlement, Step } from '../../dialogs/dialog.ts';

/** A Tuesday, 14.05 in Skåne. */
const at = new Date('2026-11-24T13:05:00Z');
const numbers = { internal: '30000', external: '0776-730000' };
const anonymous: Person = { id: 'p-1', verified: false };
const anna: Person = { id: 'p-2', name: 'Anna Testsson', email: 'anna.testsson@example.se', verified: true };
const settledAt = new Date('2026-11-24T13:06:00Z');

function contextOf(person: Person = anonymous, facts: Partial<Facts> = {}, language: 'sv' | 'en' = 'sv'): Context {
  const links = { 'e-katalogen': { title: 'e-Katalogen', url: 'https://katalog.example.se' }, 'sparra-kort': { title: 'Spärra ditt eTjänstekort (RS-kort)', url: null } };
  return { person, at, language, facts: { servicedesk: numbers, links, ticketBackend: 'servicenow', history: [], openRequests: [], ...facts } };
}

function open(text: string, context = contextOf()): Step<CardLostState> {
  return cardLost.start(context, { intent: 'card-lost', text });
}

function stateOf(step: Step<CardLostState>): CardLostState {
  if (step.then !== 'ask' && step.then !== 'await') throw new Error(`The dialog does not go on: ${step.then}`);
  return step.state;
}

/** Goes through the answers; `#id` presses a button that the question must offer. */
function answer(first: Step<CardLostState>, answers: readonly string[], context = contextOf()): Step<CardLostState> {
  return answers.reduce((step, text) => {
    const state = stateOf(step);
    const choice = text.startsWith('#') ? text.slice(1) : null;
    const offered = cardLost.ask(state, context).choices?.map(({ id }) => id) ?? [];
    if (choice !== null && !offered.includes(choice)) throw new Error(`${choice} is not offered at ${state.step}: ${offered.join(', ')}`);
    return cardLost.step(state, { text: choice === null ? text : '', choice }, context);
  }, first);
}

function requestOf(step: Step<CardLostState>): BlockRequest {
  const effects = step.then === 'await' ? step.effects : [];
  if (effects.length !== 1 || effects[0]?.kind !== 'blockCard') throw new Error(`Not one block request: ${JSON.stringify(effects)}`);
  return effects[0].request;
}

function textOf(replies: readonly Reply[] | undefined): string {
  return (replies ?? []).map(({ text }) => text).join('\n');
}

function said(step: Step<CardLostState>): string {
  return 'say' in step ? textOf(step.say) : '';
}

const told = 'tappade kortet på bussen i morse, jag heter Anna Testsson, avd 12, 0701-740605';
const summary = (context = contextOf()): CardLostState => stateOf(answer(open(told, context), ['#employed-yes'], context));
const verified = contextOf(anna);
const verifiedSummary = (): CardLostState => stateOf(answer(open('kortet är stulet i går', verified), ['#own-card-yes', '#employed-no'], verified));

describe('the opening of a lost card', () => {
  it.each(['jag har tappat kortet', 'spärra kortet', 'jag glömde kortet hemma'])('gives the phone number before anything else ("%s")', (text) => {
    expect(said(open(text))).toMatch(/^[^\n]*30000 \(internt\) eller 0776-730000 \(externt\)/u);
  });

  it.each([
    ['jag har tappat bort mitt kort', 'lost'],
    ['nån har snott mitt legg', 'stolen'],
    ['I lost my card', 'lost'],
    ['vet inte om kortet är stulet eller tappat', 'unknown'],
  ])('skips the question of what has happened when "%s" tells', (text, event) => {
    expect(stateOf(open(text))).toMatchObject({ event, step: 'when' });
  });

  it.each(['spärra kortet', 'mitt kort är spärrat', 'fel pin tre gånger, kortet är låst', 'jag har tappat koden', 'jag glömde kortet hemma', 'har tappat korthållaren'])(
    'asks what has happened when "%s" does not tell a lost card',
    (text) => {
      expect(stateOf(open(text)).step).toBe('which');
    },
  );

  it('takes every fact that the message holds, so that only what is missing is asked', () => {
    expect(stateOf(open(told))).toMatchObject({
      step: 'employed',
      event: 'lost',
      when: { words: 'i morse', at: '2026-11-24' },
      holder: { name: 'Anna Testsson', unit: 'avd 12', phone: '0701-740605' },
    });
  });

  it.each(['sending', 'open', 'blocked'] as const)('shows the request that is %s already instead of a new one', (state) => {
    const request: OpenRequest = { kind: 'block', reference: 'ET-000123', subject: 'Spärr', state, openedAt: '2026-11-24T12:00:00Z' };
    const step = open('jag har tappat kortet', contextOf(anonymous, { openRequests: [request] }));
    expect(step.then).toBe('finish');
    expect(said(step)).toContain('ET-000123');
    expect(said(step)).toContain('kl. 13.00');
    expect(said(step)).toContain('30000');
    expect(said(step).includes('Kortet är spärrat')).toBe(state === 'blocked');
  });

  it('takes a new report when the earlier one failed, is about another card, or was confirmed long ago', () => {
    const request: OpenRequest = { kind: 'block', reference: 'ET-000123', subject: 'Spärr', state: 'open', openedAt: '2026-11-01T12:00:00Z' };
    const context = (state: OpenRequest['state']): Context => contextOf(anonymous, { openRequests: [{ ...request, state }] });
    expect(open('jag har tappat kortet', context('failed')).then).toBe('ask');
    expect(open('jag har tappat kortet', context('blocked')).then).toBe('ask');
    expect(open('spärra ett annat kort', context('open')).then).toBe('ask');
    expect(open('jag har tappat kortet', context('open')).then).toBe('finish');
  });
});

describe('the question of what has happened', () => {
  const which = (): Step<CardLostState> => open('spärra kortet');

  it.each([
    ['#locked-pin', 'pin-forgotten'],
    ['#codes-lost', 'pin-forgotten'],
    ['jag har tappat puken', 'puk-forgotten'],
    ['fel kod tre gånger', 'pin-forgotten'],
  ])('gives %s to the dialog about codes', (text, intent) => {
    expect(answer(which(), [text])).toMatchObject({ then: 'switch', to: 'pin-reset', opening: { intent } });
  });

  it('ends truthfully for a card left at home', () => {
    const step = answer(which(), ['#at-home']);
    expect(step.then).toBe('finish');
    expect(said(step)).toBe(sv.atHome(numbers));
  });

  it('takes "vet inte" without insisting', () => {
    expect(stateOf(answer(which(), ['vet inte']))).toMatchObject({ event: 'unknown', step: 'when' });
  });
});

describe('the questions about a lost card', () => {
  const when = (): Step<CardLostState> => open('tappat kortet');
  const name = (): Step<CardLostState> => answer(when(), ['i morse']);

  it.each([
    ['i går kväll på bussen', { words: 'i går kväll på bussen', at: '2026-11-23' }],
    ['vet inte', { words: 'vet inte' }],
    ['efter passet', { words: 'efter passet' }],
    ['16:30', { words: '16:30' }],
    ['1630', { words: '1630' }],
    ['halv åtta', { words: 'halv åtta' }],
    ['den 23:e', { words: 'den 23:e', at: '2026-11-23' }],
    ['nu nyss jävlar', { words: 'nu nyss', at: '2026-11-24T13:05:00.000Z' }],
    ['i morse, jag heter Anna Testsson', { words: 'i morse', at: '2026-11-24' }],
    ['#skip', { words: sv.unknownTime }],
  ])('keep "%s" as the time', (text, time) => {
    expect(stateOf(answer(when(), [text])).when).toEqual(time);
  });

  it.each([
    ['when', when()],
    ['name', name()],
    ['identity', answer(name(), ['Anna Testsson'])],
    ['phone', answer(name(), ['Anna Testsson, avd 12'])],
    ['employed', open(told)],
    ['summary', answer(open(told), ['#employed-yes'])],
  ])('do not swallow a question asked at "%s"', (step, before) => {
    expect(stateOf(before).step).toBe(step);
    for (const text of ['hur beställer jag ett nytt?', 'var ligger kortstationen', 'kan jag få ett nytt kort?']) {
      expect(cardLost.step(stateOf(before), { text, choice: null }, contextOf())).toEqual({ then: 'misunderstood' });
    }
  });

  it('do not take words of time or a wish to change for a name or a unit', () => {
    const identity = answer(name(), ['Anna Testsson']);
    expect(stateOf(answer(identity, ['i går']))).toMatchObject({ step: 'identity', when: { words: 'i går' }, holder: { name: 'Anna Testsson' } });
    expect(answer(identity, ['ändra tiden']).then).toBe('misunderstood');
    expect(answer(name(), ['ändra tiden']).then).toBe('misunderstood');
  });

  it('take several facts in one answer', () => {
    expect(stateOf(answer(name(), ['Anna Testsson, avd 12 Helsingborg, 0701-740605']))).toMatchObject({
      step: 'employed',
      holder: { name: 'Anna Testsson', unit: 'avd 12 Helsingborg', phone: '0701-740605' },
    });
  });

  it('end with the number and without a request when the name is refused', () => {
    for (const refusal of ['#no-name', 'vill inte säga', 'vet inte']) {
      const step = answer(name(), [refusal]);
      expect(step.then).toBe('finish');
      expect(said(step)).toBe(sv.noName(numbers));
    }
  });

  it('may be skipped for the phone number, with the warning that nobody can call back', () => {
    const phone = answer(name(), ['Anna Testsson', 'avd 12']);
    for (const refusal of ['#skip', 'vill inte säga']) {
      const step = answer(phone, [refusal]);
      expect(stateOf(step).step).toBe('employed');
      expect(said(step)).toBe(sv.noPhone(numbers));
    }
  });

  it('say so when a phone number is not whole', () => {
    const phone = answer(name(), ['Anna Testsson', 'avd 12']);
    expect(said(answer(phone, ['0701-74']))).toBe(sv.badPhone);
  });

  it.each([
    ['#employed-yes', true],
    ['ja, på SUS', true],
    ['nej, jag är konsult', false],
    ['privat vårdcentral', false],
    ['#skip', null],
  ])('read %s as to who employs the holder', (text, employed) => {
    expect(stateOf(answer(open(told), [text]))).toMatchObject({ step: 'summary', employed });
  });

  it('can be walked back one by one, to the first one', () => {
    const trail: string[] = [];
    for (let state: CardLostState | null = stateOf(answer(name(), ['Anna Testsson', 'avd 12', '#skip', '#employed-no'])); state; state = cardLost.back(state)) trail.push(state.step);
    expect(trail).toEqual(['summary', 'employed', 'phone', 'identity', 'name', 'when']);
  });

  it('end at once when the card is found, and say that nothing was sent', () => {
    for (const before of [when(), name(), open(told), answer(open(told), ['#employed-yes'])]) {
      const step = answer(before, ['vänta, jag hittade kortet']);
      expect(step.then).toBe('finish');
      expect(said(step)).toBe(sv.found(numbers));
    }
    expect(answer(when(), ['jag har inte hittat kortet än']).then).not.toBe('finish');
  });

  it('are asked in English when the conversation is English', () => {
    const english = contextOf(anonymous, {}, 'en');
    expect(cardLost.ask(stateOf(open('I lost my card', english)), english).text).toMatch(/^Roughly when/u);
  });
});

describe('a verified card holder', () => {
  it('confirms the identity that the channel vouched for and is asked no more about it', () => {
    const confirm = open('kortet är stulet i går', verified);
    expect(cardLost.ask(stateOf(confirm), verified).text).toBe(sv.confirm('Anna Testsson'));
    expect(stateOf(answer(confirm, ['#own-card-yes'], verified))).toMatchObject({ step: 'employed', holder: { name: 'Anna Testsson', email: 'anna.testsson@example.se' } });
  });

  it('may have the request sent directly', () => {
    expect(requestOf(answer({ then: 'ask', state: verifiedSummary() }, ['#yes'], verified))).toMatchObject({ verified: true, personId: 'p-2', event: 'stolen', employed: false });
  });

  it('cannot point the request at another person by typing a name or an id', () => {
    const confirm = open('kortet stulet i går, HSA-id SE2321000255-ab12, avd 12, 0701-740605', verified);
    const before = stateOf(answer(confirm, ['#own-card-yes', '#employed-yes'], verified));
    expect(cardLost.step(before, { text: 'jag heter Eva Exempelsson, HSA-id SE2321000255-cd34', choice: null }, verified)).toEqual({ then: 'misunderstood' });
    expect(requestOf(answer({ then: 'ask', state: before }, ['#yes'], verified)).holder).toEqual({ name: 'Anna Testsson', email: 'anna.testsson@example.se', phone: '0701-740605' });
  });

  it('is asked as anybody else when somebody else sits at the computer', () => {
    const step = answer(open('kortet är stulet i går', verified), ['#other-person', 'Bo Provberg, avd 3, 0701-740606', '#skip', '#yes'], verified);
    expect(requestOf(step)).toMatchObject({ verified: false, holder: { name: 'Bo Provberg' } });
  });

  it('is not exchanged for another by words that only look like a name', () => {
    const confirm = stateOf(open('kortet är stulet i går', verified));
    expect(cardLost.step(confirm, { text: 'asdf qwer', choice: null }, verified)).toEqual({ then: 'misunderstood' });
    expect(stateOf(answer({ then: 'ask', state: confirm }, ['nej, jag heter Bo Provberg'], verified))).toMatchObject({ who: 'self', holder: { name: 'Bo Provberg' } });
  });

  it('cannot agree to the summary by pressing the button before it twice', () => {
    const told = answer(open('kortet är stulet i går, jag är anställd av Region Skåne', verified), ['#own-card-yes'], verified);
    expect(stateOf(told).step).toBe('summary');
    expect(cardLost.step(stateOf(told), { text: '', choice: 'own-card-yes' }, verified).then).not.toBe('await');
  });

  it('sends nothing when the channel no longer vouches at the yes', () => {
    for (const person of [{ ...anna, verified: false }, { ...anna, id: 'p-3' }]) {
      const step = cardLost.step(verifiedSummary(), { text: '', choice: 'yes' }, contextOf(person));
      expect(step.then).toBe('ask');
      expect(said(step)).toBe(sv.noLongerVerified);
      expect(stateOf(step)).toMatchObject({ who: 'self', step: 'identity' });
    }
  });
});

describe('a colleague who reports', () => {
  it('is kept apart from the holder and never blocks directly', () => {
    const answers = ['#colleague', 'Bo Provberg, avd 3', '0701-740606', '#skip', '#yes'];
    expect(requestOf(answer(open('kortet stulet i går', verified), answers, verified))).toMatchObject({
      verified: false,
      holder: { name: 'Bo Provberg', unit: 'avd 3' },
      reportedBy: { name: 'Anna Testsson', email: 'anna.testsson@example.se', phone: '0701-740606' },
    });
  });

  it('is asked for an own name and number when nobody vouches for them', () => {
    const start = open('jag rapporterar åt en kollega som tappat kortet i morse');
    expect(stateOf(start)).toMatchObject({ who: 'colleague', step: 'name' });
    expect(requestOf(answer(start, ['Bo Provberg', 'SE2321000255-ab12', 'Anna Testsson', '0701-740605', '#employed-no', '#yes']))).toMatchObject({
      holder: { name: 'Bo Provberg', hsaId: 'SE2321000255-AB12' },
      reportedBy: { name: 'Anna Testsson', phone: '0701-740605' },
    });
  });

  it('sees an own unit in the summary before it is sent', () => {
    const step = answer(open('min kollega Bo Provberg på avd 3 har tappat kortet i morse'), ['Anna Testsson, vårdcentralen Kirseberg, 0701-740605', '#employed-yes']);
    expect(cardLost.ask(stateOf(step), contextOf()).card?.facts).toContainEqual({ label: sv.summary.labels.reporterUnit, value: 'vårdcentralen Kirseberg' });
    expect(requestOf(answer(step, ['#yes']))).toMatchObject({ holder: { name: 'Bo Provberg', unit: 'avd 3' }, reportedBy: { unit: 'vårdcentralen Kirseberg' } });
  });

  it('keeps what they said of themselves', () => {
    const late = answer(open('tappat kortet i morse, jag heter Anna Testsson, 0701-740605'), ['nej det är min kollegas kort']);
    const early = open('min kollega har tappat kortet i morse, jag heter Anna Testsson, 0701-740605');
    for (const step of [late, early]) expect(stateOf(step)).toMatchObject({ step: 'name', reporter: { name: 'Anna Testsson', phone: '0701-740605' }, holder: {} });
  });
});

describe('whose card it is', () => {
  const confirm = (): Step<CardLostState> => open('tappat kortet i dag', verified);

  it('is the colleague’s whom the opening names, and everything said of them is kept', () => {
    const step = open('min kollega Lisa Exempelsson på avd 12 har tappat sitt kort i går kväll, hon är anställd av region skåne', verified);
    expect(stateOf(step)).toMatchObject({ who: 'colleague', step: 'phone', employed: true, when: { words: 'i går kväll' }, holder: { name: 'Lisa Exempelsson', unit: 'avd 12' }, reporter: { name: 'Anna Testsson' } });
  });

  it.each(['nej det är min kollegas', 'det är hennes kort', 'nej, min chef har tappat sitt'])('is somebody else’s after "%s"', (text) => {
    expect(stateOf(answer(confirm(), [text], verified))).toMatchObject({ who: 'colleague', step: 'name', holder: {} });
  });

  it.each([
    ['det är Lisas', 'Lisa'],
    ['nä det är inte mitt det är Karins', 'Karin'],
  ])('is that of the one named in "%s", whose surname is asked for', (text, name) => {
    const step = answer(confirm(), [text], verified);
    expect(stateOf(step)).toMatchObject({ who: 'colleague', step: 'surname', holder: { name } });
    expect(stateOf(answer(step, ['exempelsson'], verified)).holder.name).toBe(`${name} Exempelsson`);
    expect(stateOf(answer(step, ['#skip'], verified)).holder.name).toBe(name);
  });

  it.each(['jo det är mitt', 'ja det är jag', 'mitt kort', 'det är mitt eget kort'])('is one’s own after "%s"', (text) => {
    expect(stateOf(answer(confirm(), [text], verified))).toMatchObject({ who: 'verified', step: 'employed' });
  });

  it('is asked in so many words after a mere "nej", where a mere "ja" is no answer', () => {
    const whose = answer(confirm(), ['nej'], verified);
    expect(cardLost.ask(stateOf(whose), verified).text).toBe(sv.whose('Anna Testsson'));
    expect(said(answer(whose, ['ja'], verified))).toBe(sv.whichOfThem);
    expect(stateOf(answer(whose, ['#own-card'], verified)).who).toBe('verified');
    expect(stateOf(answer(whose, ['Lisa Exempelsson, avd 3'], verified))).toMatchObject({ who: 'colleague', holder: { name: 'Lisa Exempelsson', unit: 'avd 3' } });
    expect(stateOf(answer(whose, ['jag heter Bo Provberg'], verified)).step).not.toBe('employed');
  });

  it('is asked before anything else when both have lost theirs, also of somebody nobody vouches for', () => {
    for (const context of [verified, contextOf()]) expect(stateOf(open('jag och min kollega har blivit av med korten i morse', context)).step).toBe('whose');
  });

  it('is asked when a later answer speaks of somebody else', () => {
    expect(stateOf(answer(confirm(), ['#own-card-yes', 'ja hon är anställd'], verified))).toMatchObject({ step: 'whose', who: null });
    expect(stateOf(answer(answer(open(told), []), ['ring min chef på 040-331122'])).step).not.toBe('whose');
  });

  it('is no direct request under a name that was not signed in, whatever is pressed', () => {
    const step = answer(open('tappat kortet i dag, jag heter Lisa Exempelsson, avd 3', verified), ['#own-card'], verified);
    expect(said(step)).toBe(sv.anotherName('Lisa Exempelsson'));
    expect(stateOf(step)).toMatchObject({ who: 'self', holder: { name: 'Lisa Exempelsson' } });
  });

  it('changes at the summary, and then nothing is blocked directly', () => {
    const step = answer({ then: 'ask', state: verifiedSummary() }, ['det är inte mitt kort utan min kollega Annas'], verified);
    expect(said(step)).toBe(sv.changed(['whose']));
    const request = requestOf(answer(step, ['Exempelsson', 'avd 3', '#skip', '#employed-yes', '#yes'], verified));
    expect(request).toMatchObject({ verified: false, holder: { name: 'Anna Exempelsson' }, reportedBy: { name: 'Anna Testsson' } });
  });

  it('is asked again when a report for a colleague was meant for one’s own card', () => {
    const summarised = answer(confirm(), ['#colleague', 'Bo Provberg, avd 3', '#skip', '#employed-yes', 'jag menade mitt eget kort'], verified);
    expect(stateOf(summarised).step).toBe('whose');
    expect(stateOf(answer(summarised, ['#own-card'], verified))).toMatchObject({ who: 'verified', holder: { name: 'Anna Testsson' } });
  });

  it('is not that of the one who is signed in when somebody else sits there', () => {
    expect(stateOf(answer(confirm(), ['jag är inte Anna, jag heter Lisa Exempelsson'], verified))).toMatchObject({ who: 'self', holder: { name: 'Lisa Exempelsson' } });
  });
});

describe('an open request', () => {
  const request: OpenRequest = { kind: 'block', reference: 'ET-000123', subject: 'Bo Provberg', state: 'open', openedAt: '2026-11-24T12:00:00Z' };
  const reported = (subject: string): Context => contextOf(anna, { openRequests: [{ ...request, subject }] });

  it('for a colleague does not stand for one’s own card', () => {
    expect(open('jag har tappat mitt eget kort också', reported('Bo Provberg')).then).toBe('ask');
    expect(open('jag har tappat mitt kort', reported('Bo Provberg')).then).toBe('ask');
  });

  it('for the same holder is shown, with whose card it is about', () => {
    expect(said(open('jag har tappat mitt kort', reported('Anna Testsson')))).toContain('Anna Testssons kort');
    expect(said(open('min kollega Bo Provberg har tappat sitt kort', reported('Bo Provberg')))).toContain('Bo Provbergs kort');
    expect(open('min kollega Eva Exempelsson har tappat sitt kort', reported('Bo Provberg')).then).toBe('ask');
  });

  it('offers another card by a button that starts a new report', () => {
    const step = open('jag har tappat mitt kort', reported('Anna Testsson'));
    const choice = step.then === 'finish' ? step.say.at(-1)?.choices?.[0] : undefined;
    expect(choice?.id).toBe('intent:card-lost');
    expect(open(choice?.label ?? '', reported('Anna Testsson')).then).toBe('ask');
  });

  it('is told of when it is asked whether the card is blocked', () => {
    expect(whetherBlocked(contextOf())).toBeNull();
    expect(whetherBlocked(reported('Bo Provberg'))?.text).toMatch(/Bo Provbergs kort[\s\S]*Kortet är inte spärrat[\s\S]*30000/u);
  });
});

describe('what is known already', () => {
  const phone = (): Step<CardLostState> => answer(open('jag har tappat kortet nyss'), ['Anna Testsson, avd 12']);

  it('is not overwritten by words that tell something else', () => {
    expect(stateOf(answer(phone(), ['ni kan nå mig på 070 174 06 05 efter kl 16']))).toMatchObject({ when: { words: 'nyss' }, holder: { phone: '070 174 06 05' } });
    expect(stateOf(answer(phone(), ['mobilen blev också stulen så ring 040-331122']))).toMatchObject({ event: 'lost', holder: { phone: '040-331122' } });
    expect(stateOf(answer(open('tappat kortet i måndags'), ['jag heter Anna Testsson och upptäckte det i morse, avd 3'])).when).toMatchObject({ words: 'i måndags' });
  });

  it('is acknowledged where the same question comes again', () => {
    expect(said(answer(open('jag har tappat kortet'), ['Anna Testsson, avd 12']))).toBe(sv.noted(['name', 'unit']));
    expect(said(phone())).toBe('');
  });

  it.each([
    ['inte i går utan i förrgår', ['when'], { when: { words: 'i förrgår', at: '2026-11-22' } }],
    ['nej det blev stulet', ['event'], { event: 'stolen' }],
    ['det blev stulet, inte tappat', ['event'], { event: 'stolen' }],
    ['nej namnet stavas Tesstsson', ['name'], { holder: { name: 'Anna Tesstsson' } }],
    ['det ska stå Anna Test', ['name'], { holder: { name: 'Anna Test' } }],
    ['enheten är fel, det ska vara avd 43', ['unit'], { holder: { unit: 'avd 43' } }],
    ['avd 4 ska det vara', ['unit'], { holder: { unit: 'avd 4' } }],
    ['byt telefon till 31234', ['phone'], { holder: { phone: '31234' } }],
    ['jag är inte anställd', ['employed'], { employed: false }],
  ] as const)('is changed at the summary by "%s", and the change is named', (text, items, changed) => {
    const step = answer({ then: 'ask', state: summary() }, [text]);
    expect(stateOf(step)).toMatchObject({ ...changed, step: 'summary' });
    expect(said(step)).toBe(sv.changed(items));
  });

  it('is never said to have changed when it has not', () => {
    expect(said(answer({ then: 'ask', state: summary() }, ['nej, i morse']))).toBe(sv.alreadySo);
    for (const text of ['nej fel', 'ja, men vänta']) expect(said(answer({ then: 'ask', state: summary() }, [text]))).toBe(sv.whatToChange);
    expect(said(cardLost.step(summary(), { text: 'stämmer inte', choice: 'no' }, contextOf()))).toBe(sv.whatToChange);
  });

  it('loses its number when that is wished', () => {
    for (const text of ['ta bort mitt nummer', 'ring mig inte']) {
      const step = answer({ then: 'ask', state: summary() }, [text]);
      expect(stateOf(step).holder.phone).toBeUndefined();
      expect(said(step)).toBe(sv.noPhone(numbers));
    }
  });
});

describe('what people say in the middle', () => {
  const name = (): Step<CardLostState> => open('jag har tappat kortet nyss');
  const about = { n: numbers, page: 'Spärra ditt eTjänstekort (RS-kort)', isDirect: false };

  it.each([
    ['är kortet spärrat?', sv.remarks.isItBlocked(about)],
    ['det är redan spärrat', sv.remarks.alreadyBlocked(about)],
    ['jag har redan ringt servicedesk', sv.remarks.alreadyCalled(about)],
    ['kan du inte bara spärra det direkt?', sv.remarks.direct(about)],
    ['varför måste jag svara på det här??', sv.remarks.why(about)],
    ['var ligger sidan spärra ditt etjänstekort?', sv.remarks.page(about)],
    ['vad händer om jag svarar ja?', sv.remarks.ifYes(about)],
    ['jag måste leta lite till först', sv.remarks.looking(about)],
    ['jag har tappat kortet', sv.restated(numbers)],
    ['ring mig inte', sv.noPhone(numbers)],
  ])('is answered, and the question asked again, after "%s"', (text, reply) => {
    const step = answer(name(), [text]);
    expect(said(step)).toBe(reply);
    expect(stateOf(step).step).toBe('name');
  });

  it.each(['falskt alarm', 'oj nu hittade jag kortet i bilen', 'vänta det låg i väskan', 'hittat det', 'kollegan hittade det'])('ends the report after "%s"', (text) => {
    expect(said(answer(name(), [text]))).toBe(sv.found(numbers));
  });

  it.each(['nej det var i förrgår', 'kortet låg i väskan som blev stulen', 'om jag hittar det'])('does not end the report after "%s"', (text) => {
    expect(answer(name(), [text]).then).not.toBe('finish');
  });

  it('leads to where a card that is not lost belongs', () => {
    expect(said(answer(name(), ['det är nog hemma']))).toBe(sv.atHome(numbers));
    expect(answer(name(), ['det var koden jag menade, inte kortet'])).toMatchObject({ then: 'switch', to: 'pin-reset' });
    expect(answer(open('spärra kortet'), ['jag har glömt koden'])).toMatchObject({ then: 'switch', to: 'pin-reset' });
  });

  it.each(['den 30 november', 'i morgon'])('gets no time from "%s"', (text) => {
    expect(said(answer(open('tappat kortet'), [text]))).toBe(sv.notYet);
  });
  it('gets no time from a place', () => {
    expect(said(answer(open('tappat kortet'), ['på bussen']))).toBe(sv.whereIsNotNeeded);
  });

  it('reads "stolen" as a chair where it is one', () => {
    expect(stateOf(open('jag la kortet på stolen i fikarummet igår och nu är det borta')).event).toBe('lost');
    expect(stateOf(open('my card was stolen yesterday')).event).toBe('stolen');
  });

  it.each(['nej', 'har ingen telefon här', 'ring mig inte'])('respects "%s" to the question for a number', (text) => {
    const phone = answer(name(), ['Anna Testsson, avd 12']);
    const { choices = [] } = cardLost.ask(stateOf(phone), contextOf());
    const choice = choices.find(({ typed }) => typed?.includes(text))?.id ?? null;
    expect(said(cardLost.step(stateOf(phone), { text, choice }, contextOf()))).toBe(sv.noPhone(numbers));
  });

  it('takes an e-mail address instead of a number', () => {
    const step = answer(name(), ['Anna Testsson, avd 12', 'anna.testsson@example.se']);
    expect(said(step)).toBe(sv.mailInstead(numbers));
    expect(stateOf(step).step).toBe('employed');
  });
});

describe('the summary before the yes', () => {
  const facts = (state: CardLostState, context = contextOf()): Record<string, string> =>
    Object.fromEntries((cardLost.ask(state, context).card?.facts ?? []).map(({ label, value }) => [label, value]));

  it('shows each item, with the time as it was read', () => {
    const { labels, events, employed } = sv.summary;
    expect(facts(summary())).toEqual({
      [labels.event]: events.lost,
      [labels.when]: 'i morse (24 november)',
      [labels.holder]: 'Anna Testsson',
      [labels.unit]: 'avd 12',
      [labels.phone]: '0701-740605',
      [labels.employed]: employed.yes,
    });
  });

  it('says where the request goes', () => {
    expect(cardLost.ask(verifiedSummary(), verified).text).toContain(sv.summary.direct);
    expect(cardLost.ask(summary(), contextOf()).text).toContain(sv.summary.unverified('servicenow', numbers));
    const local = cardLost.ask(summary(), contextOf(anonymous, { ticketBackend: 'local' })).text;
    expect(local).toMatch(/sparas bara här.*måste också ringa/u);
    expect(local).toContain(sv.summary.questionLocal);
  });

  it('sends exactly one request on the yes, as shown', () => {
    expect(requestOf(answer({ then: 'ask', state: summary() }, ['#yes']))).toEqual({
      holder: { name: 'Anna Testsson', unit: 'avd 12', phone: '0701-740605' },
      personId: 'p-1',
      verified: false,
      event: 'lost',
      when: { words: 'i morse', at: '2026-11-24' },
      employed: true,
      language: 'sv',
    });
  });

  it('sends nothing on the no, and says so', () => {
    const step = answer({ then: 'ask', state: summary() }, ['#no']);
    expect(step).toEqual({ then: 'finish', say: [{ text: sv.notSent(numbers) }] });
  });

  it('is not answered by a button of an earlier question, pressed twice', () => {
    expect(cardLost.step(summary(), { text: 'Ja', choice: 'employed-yes' }, contextOf())).toEqual({ then: 'misunderstood' });
    expect(cardLost.step(stateOf(open(told)), { text: 'Ja', choice: 'yes' }, contextOf())).toEqual({ then: 'misunderstood' });
  });

  it.each([
    ['#correct-event', '#stolen', { event: 'stolen' }],
    ['#correct-when', 'i fredags', { when: { words: 'i fredags', at: '2026-11-20' } }],
    ['ändra tiden', 'i går', { when: { words: 'i går', at: '2026-11-23' } }],
    ['#correct-who', '0701-740606', { holder: { name: 'Anna Testsson', unit: 'avd 12', phone: '0701-740606' } }],
    ['fel namn', 'Eva Exempelsson', { holder: { name: 'Eva Exempelsson', unit: 'avd 12', phone: '0701-740605' } }],
    ['#correct-employed', '#employed-no', { employed: false }],
  ])('is corrected by %s and "%s", and shown again', (item, value, changed) => {
    expect(stateOf(answer({ then: 'ask', state: summary() }, [item, value]))).toMatchObject({ ...changed, step: 'summary' });
  });

  it('is corrected in one breath', () => {
    const step = answer({ then: 'ask', state: summary() }, ['nej, numret ska vara 0701-740606']);
    expect(stateOf(step)).toMatchObject({ step: 'summary', holder: { phone: '0701-740606' } });
    expect(said(step)).toBe(sv.changed(['phone']));
  });

  it('does not grow its way back with every correction', () => {
    const once = answer({ then: 'ask', state: summary() }, ['#correct-when', 'i fredags']);
    const twice = answer(once, ['#correct-when', 'i går', '#correct-event', '#lost']);
    expect(stateOf(twice).trail.map(({ step }) => step)).toEqual(summary().trail.map(({ step }) => step));
  });
});

describe('a request under way', () => {
  const sent = (): CardLostState => stateOf(answer({ then: 'ask', state: summary() }, ['#yes']));
  const settle = (settlement: Settlement, context = contextOf()): string => said(cardLost.settled(sent(), settlement, context));

  it('has not blocked the card yet, and cannot be taken back', () => {
    expect(said(answer({ then: 'ask', state: summary() }, ['#yes']))).toBe(sv.sending(numbers));
    expect(cardLost.back(sent())).toBeNull();
    expect(cardLost.step(sent(), { text: '', choice: 'yes' }, contextOf())).toEqual({ then: 'misunderstood' });
  });

  it('is reported as blocked only once that is confirmed, with the time, the reference and the new card', () => {
    const text = settle({ ok: true, outcome: 'blocked', reference: 'KS-7', at: settledAt });
    expect(text).toContain(sv.blocked('kl. 14.06', 'KS-7'));
    expect(text).toContain('[e-Katalogen](https://katalog.example.se)');
  });

  it.each([
    ['local', 'sparad här'],
    ['mail', 'mejlades till Servicedesk'],
    ['servicenow', 'registrerad hos Servicedesk'],
    ['webhook', 'registrerad hos Servicedesk'],
  ] as const)('is with %s a ticket that has blocked nothing', (ticketBackend, where) => {
    const text = settle({ ok: true, outcome: 'requested', reference: 'ET-000123', at: settledAt }, contextOf(anonymous, { ticketBackend }));
    expect(text).toContain(where);
    expect(text).toContain('ET-000123');
    expect(text).toContain('Kortet är inte spärrat');
    expect(text).not.toContain('Kortet är spärrat');
  });

  it('that failed or is late says that the card is not blocked, and gives the number first', () => {
    for (const text of [settle({ ok: false, reason: 'timeout' }), textOf(cardLost.late(sent(), contextOf()))]) {
      expect(text).toMatch(/^Ring Servicedesk nu: 30000/u);
      expect(text).toMatch(/kortet (?:är inte|inte är) spärrat/u);
      expect(text).not.toContain('Kortet är spärrat');
    }
  });

  it.each(['sending', 'open', 'blocked', 'failed', 'closed'] as const)('is told of truthfully when the card is found and it is %s', (state) => {
    const request: OpenRequest = { kind: 'block', reference: 'ET-000123', subject: 'Anna Testsson', state, openedAt: '2026-11-23T12:00:00Z' };
    const text = foundAfterSending(contextOf(anonymous, { openRequests: [request] }))?.text ?? '';
    expect(text).toContain('Anna Testssons kort');
    expect(text).toContain('ET-000123');
    expect(text).toContain('23 november kl. 13.00');
    expect(text).toContain('30000');
    expect(text.includes('Kortet är spärrat')).toBe(state === 'blocked');
  });

  it('survives being stored', () => {
    for (const state of [sent(), summary(), verifiedSummary()]) {
      const stored: unknown = JSON.parse(JSON.stringify(state));
      expect(cardLost.state.parse(stored)).toEqual(state);
    }
  });
});
