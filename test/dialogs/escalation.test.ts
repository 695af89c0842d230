import { describe, expect, test } from 'vitest';
import type { Context, Effect, Facts, Person, Reply, Step } from '../../dialogs/dialog.ts';
import { tellsLostCard } from '../../dialogs/escalation-read.ts';
import { escalation, type EscalationState } from '../../dialogs/escalation.ts';
import { sv } from '../../dialogs/escalation.sv.ts';

const servicedesk = { internal: '30000', external: '0776-730000' };
const anna: Person = { id: 'anna', name: 'Anna Testsson', email: 'anna.testsson@example.se', verified: true };
const nobody: Person = { id: 'dl_1', verified: false };
const PROBLEM = 'Läsaren på rum fyra blinkar rött och inget händer när jag sätter i kortet';

function contextFor(person: Person, facts: Partial<Facts> = {}): Context {
  return { person, at: new Date('2026-11-24T09:00:00Z'), language: 'sv', facts: { servicedesk, links: {}, ticketBackend: 'servicenow', history: [], openRequests: [], ...facts } };
}

/** Drives the dialog: a leading "!" is a button, anything else is typed. */
function run(context: Context, inputs: readonly string[], opening = { intent: 'talk-to-servicedesk', text: 'människa' }) {
  let step: Step<EscalationState> = escalation.start(context, opening);
  const states: EscalationState[] = [];
  const said: Reply[] = [];
  const effects: Effect[] = [];
  const take = (): void => {
    if ('say' in step) said.push(...(step.say ?? []));
    if ('effects' in step) effects.push(...step.effects);
    if ('state' in step) states.push(escalation.state.parse(JSON.parse(JSON.stringify(step.state))));
    if (step.then === 'ask') said.push(escalation.ask(step.state, context));
  };
  take();
  for (const input of inputs) {
    const state = states.at(-1);
    if (state === undefined) throw new Error('the dialog has no state');
    step = escalation.step(state, input.startsWith('!') ? { text: '', choice: input.slice(1) } : { text: input, choice: null }, context);
    take();
  }
  return { step, state: states.at(-1) ?? null, said, effects, last: said.at(-1), text: said.map(({ text }) => text).join('\n') };
}

describe('the way to Servicedesk', () => {
  test('begins with the phone numbers', () => expect(run(contextFor(nobody), []).said[0]?.text).toContain('30000 (internt) eller 0776-730000 (externt)'));

  test('ends without a ticket for those who would rather call', () => {
    const { step, effects } = run(contextFor(nobody), ['!call']);
    expect(step.then).toBe('finish');
    expect(effects).toEqual([]);
  });

  test('mentions a ticket that is open already', () => {
    const open = { kind: 'ticket', reference: 'ET-123456', subject: 'Läsaren', state: 'open', openedAt: '2026-11-24T08:00:00Z' } as const;
    expect(run(contextFor(nobody, { openRequests: [open] }), []).text).toContain('ET-123456');
  });

  test('asks for the problem only when nothing tells it', () => {
    expect(run(contextFor(nobody), ['!write']).last?.text).toBe(sv.problem);
    expect(run(contextFor(nobody), ['!write'], { intent: 'talk-to-servicedesk', text: PROBLEM }).last?.text).toBe(sv.name);
    const history = [{ asked: 'certifikatet hittas inte', answered: 'problem att logga in', intent: 'certificate-missing', at: '2026-11-24T08:59:00Z' }];
    const { state, last } = run(contextFor(nobody, { history }), ['!write']);
    expect(last?.text).toBe(sv.name);
    expect(state).toMatchObject({ problem: 'certifikatet hittas inte', category: 'login' });
  });

  test('asks only for what a vouched identity does not hold', () => {
    expect(run(contextFor(anna), ['!write', PROBLEM]).last?.text).toContain('Anna Testsson (anna.testsson@example.se)');
    expect(run(contextFor(anna), ['!write', PROBLEM, '!contact-me']).last?.card?.title).toBe(sv.title);
  });

  test('respects a refusal to give a name, with the numbers and without a ticket', () => {
    const { step, effects, text } = run(contextFor(nobody), ['!write', PROBLEM, '!no-contact']);
    expect(step.then).toBe('finish');
    expect(effects).toEqual([]);
    expect(text).toContain(sv.noName('servicenow', servicedesk));
  });

  test('respects a refusal to give a number: the ticket says that they contact Servicedesk themselves', () => {
    const { text, effects } = run(contextFor(nobody), ['!write', PROBLEM, 'Anna Testsson', '!no-contact', '!yes']);
    expect(text).toContain(sv.callsInstead(servicedesk));
    expect(effects).toMatchObject([{ kind: 'openTicket', ticket: { contact: { name: 'Anna Testsson' }, description: `Problem: ${PROBLEM}\n${sv.labels.reply}: ${sv.callsThemselves}` } }]);
  });

  test('needs no number of a vouched person', () => {
    const { effects } = run(contextFor({ id: 'anna', name: 'Anna Testsson', verified: true }), ['!write', PROBLEM, '!contact-me', '!yes']);
    expect(effects).toMatchObject([{ kind: 'openTicket', ticket: { contact: { name: 'Anna Testsson' }, verified: true } }]);
  });

  test('does not take half a phone number', () => expect(run(contextFor(nobody), ['!write', PROBLEM, 'Anna Testsson', '12']).text).toContain(sv.badReach));

  test('leaves a question to the conversation', () => {
    expect(run(contextFor(nobody), ['!write', PROBLEM, 'hur beställer jag ett nytt kort?']).step.then).toBe('misunderstood');
    expect(run(contextFor(nobody), ['hur länge gäller kortet?']).step.then).toBe('misunderstood');
  });

  test('takes a problem that is told instead of a button', () => expect(run(contextFor(nobody), [PROBLEM]).last?.text).toBe(sv.name));
});

describe('the ticket', () => {
  const written = ['!write', PROBLEM, 'Anna Testsson, 0701-740605'];

  test('is shown in full before anything is sent, and sent exactly as shown', () => {
    const { last, effects, state } = run(contextFor(nobody), written);
    expect(effects).toEqual([]);
    const sent = run(contextFor(nobody), [...written, '!yes']);
    const [effect] = sent.effects;
    if (effect?.kind !== 'openTicket') throw new Error('no ticket was opened');
    expect(sent.effects).toHaveLength(1);
    expect(effect.ticket).toMatchObject({ subject: PROBLEM, contact: { name: 'Anna Testsson', phone: '0701-740605' }, personId: 'dl_1', verified: false, urgent: false });
    for (const line of effect.ticket.description.split('\n')) expect(last?.card?.facts.map(({ label, value }) => `${label}: ${value}`)).toContain(line);
    expect(state?.step).toBe('summary');
  });

  test.each(['!no', '!edit-problem', '!edit-contact', '!add', 'ja kanske', PROBLEM])('is not opened by "%s"', (input) => expect(run(contextFor(nobody), [...written, input]).effects).toEqual([]));

  test('can be added to and corrected', () => {
    expect(run(contextFor(nobody), [...written, '!add', 'Det gäller expeditionen']).state?.problem).toBe(`${PROBLEM}\nDet gäller expeditionen`);
    expect(run(contextFor(nobody), [...written, '!edit-problem', 'Net iD startar inte alls']).state?.problem).toBe('Net iD startar inte alls');
    expect(run(contextFor(nobody), [...written, '!edit-contact', 'Bo Exempelsson, bo@example.se']).state?.contact).toEqual({ name: 'Bo Exempelsson', email: 'bo@example.se' });
  });

  test('is urgent when a patient waits', () => expect(run(contextFor(nobody), ['!write', 'Patienten väntar och jag kommer inte in i journalen']).state?.urgent).toBe(true));

  test('holds what was tried before', () => {
    const tried = ['PIN-koden är låst.', 'Net iD-ikonen syns inte.'];
    const { last } = run(contextFor(nobody), ['!write', 'Anna Testsson, 0701-740605'], { intent: 'talk-to-servicedesk', text: PROBLEM, ...{ tried } });
    expect(last?.card?.facts).toContainEqual({ label: sv.labels.tried, value: tried.join(' ') });
  });

  test('of someone whom the channel no longer vouches for is not sent as theirs', () => {
    const { state } = run(contextFor(anna), ['!write', PROBLEM, '!contact-me']);
    if (state === null) throw new Error('the dialog has no state');
    const step = escalation.step(state, { text: '', choice: 'yes' }, contextFor({ ...anna, verified: false }));
    expect(step).toMatchObject({ then: 'ask', say: [{ text: sv.noLongerVerified }] });
  });
});

test('a sentence where a name was asked for is added to the problem', () => {
  const history = [{ asked: 'jag har glömt min pinkod', answered: 'PIN', intent: 'pin-forgotten', at: '2026-11-24T08:59:00Z' }];
  const { state, last } = run(contextFor(nobody, { history }), ['!write', PROBLEM]);
  expect(state?.problem).toBe(`jag har glömt min pinkod\n${PROBLEM}`);
  expect(last?.text).toBe(sv.name);
});

describe('what becomes of the ticket', () => {
  const settle = (ticketBackend: Facts['ticketBackend'], ok: boolean): string => {
    const context = contextFor(nobody, { ticketBackend });
    const { state } = run(context, ['!write', PROBLEM, 'Anna Testsson, 0701-740605', '!yes']);
    if (state === null) throw new Error('the dialog has no state');
    const step = escalation.settled(state, ok ? { ok: true, outcome: 'registered', reference: 'ET-123456', at: context.at } : { ok: false, reason: 'down' }, context);
    return 'say' in step ? (step.say ?? []).map(({ text }) => text).join('\n') : '';
  };

  test('is never told as being with Servicedesk when it is only kept here', () => {
    expect(settle('local', true)).toMatch(/sparat här med referens ET-123456. Det är inte skickat/);
    expect(settle('local', true)).not.toMatch(/registrerat hos Servicedesk|Servicedesk har fått/);
  });

  test('comes by mail where tickets are mailed', () => expect(settle('mail', true)).toMatch(/Svaret kommer med e-post/));

  test.each(['servicenow', 'webhook'] as const)('is registered at Servicedesk with %s', (backend) => expect(settle(backend, true)).toContain('registrerat hos Servicedesk med referens ET-123456'));

  test('is told plainly when it failed, with the numbers', () => expect(settle('servicenow', false)).toMatch(/gick inte[\s\S]*inte fått det[\s\S]*30000/));

  test('is told when no answer comes in time', () => {
    const { state } = run(contextFor(nobody), ['!write', PROBLEM, 'Anna Testsson, 0701-740605', '!yes']);
    if (state === null) throw new Error('the dialog has no state');
    expect(escalation.late(state, contextFor(nobody))[0]?.text).toMatch(/inte fått någon bekräftelse[\s\S]*30000/);
    expect(escalation.back(state)).toBeNull();
  });
});

describe('at the summary, "…" typed in words', () => {
  const written = ['!write', PROBLEM, 'Anna Testsson, 0701-740605'];
  const after = (text: string) => run(contextFor(nobody), [...written, text]);

  test.each([
    ['fel nummer det ska va 0701-740606', { contact: { name: 'Anna Testsson', phone: '0701-740606' } }],
    ['inte 0701-740605 utan 0701-740606', { contact: { name: 'Anna Testsson', phone: '0701-740606' } }],
    ['mitt nummer är 0701-740606', { contact: { name: 'Anna Testsson', phone: '0701-740606' } }],
    ['ja men ändra numret till 0701-740606', { contact: { name: 'Anna Testsson', phone: '0701-740606' } }],
    ['lägg till min mejl anna@example.se', { contact: { name: 'Anna Testsson', phone: '0701-740605', email: 'anna@example.se' } }],
    ['jag heter Anna Provsson', { contact: { name: 'Anna Provsson', phone: '0701-740605' } }],
    ['ändra namnet till Anna Provsson', { contact: { name: 'Anna Provsson', phone: '0701-740605' } }],
    ['namnet är fel, Anna Provsson heter jag', { contact: { name: 'Anna Provsson', phone: '0701-740605' } }],
    ['nej ring min kollega Lisa Exempelsson 0701-740606', { contact: { name: 'Lisa Exempelsson', phone: '0701-740606' } }],
    ['ta bort mitt nummer', { contact: { name: 'Anna Testsson' }, callsThemselves: true }],
    ['jag vill inte uppge mitt nummer', { contact: { name: 'Anna Testsson' }, callsThemselves: true }],
    ['ring mig inte', { contact: { name: 'Anna Testsson' }, callsThemselves: true }],
    ['det är bråttom', { urgent: true }],
    ['ändra brådskande till ja', { urgent: true }],
    ['ja och lägg till att det är bråttom', { urgent: true, problem: PROBLEM }],
    ['det är inte bråttom', { urgent: false }],
    ['lägg till att det är i Lund', { problem: `${PROBLEM}\ndet är i Lund` }],
    ['problemet är egentligen att skärmen är svart', { problem: 'skärmen är svart' }],
    ['ändra ämnet till trasig läsare', { subject: 'trasig läsare', problem: PROBLEM }],
  ])('“%s” changes just that', (text, changed) => expect(after(text).state).toMatchObject({ step: 'summary', ...changed }));

  test.each([
    ['ändra problemet', 'problem'], ['fel problem', 'problem'], ['ändra ämnet', 'subject'], ['ändra namnet', 'contact'], ['numret är fel', 'contact'], ['ja men ändra numret först', 'contact'],
    ['ändra', 'which'], ['stämmer inte', 'which'], ['helt fel', 'which'], ['jag sitter hos Berit i Lund', 'which'],
  ])('“%s” asks for the right value', (text, step) => {
    const { state, effects } = after(text);
    expect(state?.step).toBe(step);
    expect(effects).toEqual([]);
  });

  test.each(['ja', 'ja kör', 'okej då', 'ser bra ut', 'jag godkänner', 'perfekt'])('“%s” sends it', (text) => expect(after(text).effects).toHaveLength(1));

  test.each(['ok?', 'ja?', 'ja nej', 'ja kanske', 'nej vänta', 'inte än'])('“%s” is no clear answer', (text) => {
    const { step, effects, text: said } = after(text);
    expect(step.then).toBe('ask');
    expect(effects).toEqual([]);
    expect(said).toContain(sv.summaryUnsure('servicenow'));
  });

  test.each(['avbryt allt', 'absolut inte', 'jag ringer istället', 'gör det inte'])('“%s” sends nothing', (text) => expect(after(text)).toMatchObject({ step: { then: 'finish' }, effects: [] }));

  test('no yes passes by what was not understood', () => {
    const unheard = 'jag sitter hos Berit i Lund';
    const { effects, state } = run(contextFor(nobody), [...written, unheard, 'ja']);
    expect(effects).toEqual([]);
    expect(state).toMatchObject({ step: 'which', unheard });
    expect(run(contextFor(nobody), [...written, unheard, '!add-it']).state?.problem).toBe(`${PROBLEM}\n${unheard}`);
    expect(run(contextFor(nobody), [...written, unheard, '!keep', 'ja']).effects).toHaveLength(1);
  });
});

describe('a lost card', () => {
  const told = 'jag har tappat bort mitt kort på bussen i morse';

  test.each([{ at: 'the offer', before: [] }, { at: 'the problem', before: ['!write'] }])('told at $at goes to card-lost at once', ({ before }) => {
    expect(run(contextFor(nobody), [...before, told]).step).toEqual({ then: 'switch', to: 'card-lost', opening: { intent: 'card-lost', text: told } });
  });

  test.each(['tappade mitt e-tjänstekort igår', 'mitt kort är stulet', 'nån har snott mitt siths-kort', 'har blivit av med kortet'])('is heard in “%s”', (text) => expect(run(contextFor(nobody), ['!write', text]).step.then).toBe('switch'));

  test.each(['kortläsaren hittar inte mitt kort', 'jag har tappat koden till kortet', 'datorn har tappat kontakten med kortet'])('is not heard in “%s”', (text) => expect(run(contextFor(nobody), ['!write', text]).step.then).toBe('ask'));

  test('lets a ticket about something else wait', () => {
    const { step } = run(contextFor(nobody), ['!write', PROBLEM, told]);
    expect(step).toMatchObject({ then: 'switch', to: 'card-lost', keep: { step: 'name', problem: PROBLEM } });
  });

  test('makes an urgent ticket of what card-lost hands over', () => {
    const opening = { intent: 'talk-to-servicedesk', about: 'card-lost', text: 'Kortet är borta.\nNär: i morse', contact: { name: 'Anna Testsson', phone: '0701-740605' } };
    const { state } = run(contextFor(nobody), ['!write', 'i går kväll'], opening);
    expect(state).toMatchObject({ category: 'card-lost', urgent: true, contact: opening.contact, problem: opening.text });
  });
});

describe('the problem', () => {
  const asked = (text: string, topic: string | null = null) => {
    const start = run(contextFor(nobody), ['!write']);
    if (start.state === null) throw new Error('the dialog has no state');
    return escalation.step(start.state, { text, choice: null, topic }, contextFor(nobody));
  };

  test.each(['ja', 'nej', 'ok', 'vet inte', 'jag vet inte vad det är', 'se ovan', 'det har jag redan skrivit', 'strunt samma', 'kortet', 'idiot'])('is not “%s”', (text) => {
    expect(asked(text)).toMatchObject({ then: 'ask', state: { step: 'problem', problem: null }, say: [{ text: sv.problemHelp }] });
  });

  test.each([['hej', 'greeting'], ['tack', 'thanks'], ['hur länge gäller kortet?', 'card-validity'], ['jag har ont i bröstet', 'patient-care'], ['patienten är akut sjuk och jag kommer inte in i journalen', 'patient-care'], ['jag vill inte leva längre', null]])('is left to the conversation when it is “%s”', (text, topic) => {
    expect(asked(text, topic).then).toBe('misunderstood');
  });

  test.each([['kan inte logga in med kortet', 'certificate-missing', 'login'], ['varför läses inte mitt kort?', 'certificate-missing', 'login'], ['Patienten väntar och jag kommer inte in i journalen', 'patient-care', 'other']])('may be “%s”, and has its category', (text, topic, category) => {
    expect(asked(text, topic)).toMatchObject({ then: 'ask', state: { problem: text, category } });
  });

  test('tells the contact too', () => {
    const { state } = run(contextFor(nobody), ['!write', 'Kortet läses inte. Ring mig på 0701-740605, mvh Sara Testsson']);
    expect(state).toMatchObject({ step: 'summary', contact: { name: 'Sara Testsson', phone: '0701-740605' } });
  });
});

describe('the subject', () => {
  test.each([
    ['min läsare är trasig, det är inte bråttom', 'min läsare är trasig'],
    ['mitt lösenord är … och jag kommer inte in', 'jag kommer inte in'],
    ['jag har glömt min pin, den gamla var …', 'jag har glömt min pin'],
    ['det står fel på skärmen, mejla bo@example.se eller lisa@example.se', 'det står fel på skärmen, mejla bo@example.se eller lisa@example.se'],
    ['Jag började i måndags. Kortet går inte att läsa. Det är avdelning 12.', 'Kortet går inte att läsa'],
  ])('of “%s” is “%s”', (problem, subject) => {
    const { effects } = run(contextFor(nobody), ['!write', problem, 'Anna Testsson, 0701-740605', '!yes']);
    expect(effects).toMatchObject([{ ticket: { subject } }]);
  });
});

test('a ticket that could not be sent is kept, and sent again only on a yes', () => {
  const context = contextFor(nobody);
  const { state } = run(context, ['!write', PROBLEM, 'Anna Testsson, 0701-740605', '!yes']);
  if (state === null) throw new Error('the dialog has no state');
  const failed = escalation.settled(state, { ok: false, reason: 'down' }, context);
  if (failed.then !== 'ask') throw new Error('nothing is asked');
  expect(escalation.ask(failed.state, context).text).toBe(sv.tryAgain);
  expect(escalation.step(failed.state, { text: '', choice: 'again-yes' }, context)).toMatchObject({ then: 'await', effects: [{ kind: 'openTicket' }] });
  // The second press of a double click on the summary's "yes", come late.
  expect(escalation.step(failed.state, { text: 'Ja, skicka', choice: 'yes' }, context)).toEqual({ then: 'misunderstood' });
  expect(escalation.step(failed.state, { text: '', choice: 'show' }, context)).toMatchObject({ then: 'ask', say: [{ card: { title: sv.title } }] });
});

test.each(['jag har tappat bankkortet', 'passerkortet är stulet', 'har tappat mitt körkort'])('"%s" is no lost e-tjänstekort', (text) => expect(tellsLostCard(text, null)).toBe(false));
test.each(['jag har tappat kortet', 'mitt siths-kort är stulet', 'tappat tjänstekortet'])('"%s" is a lost e-tjänstekort', (text) => expect(tellsLostCard(text, null)).toBe(true));
