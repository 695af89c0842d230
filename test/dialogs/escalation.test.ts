import { describe, expect, test } from 'vitest';
import type { Context, Effect, Facts, Person, Reply, Step } from '../../dialogs/dialog.ts';
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
