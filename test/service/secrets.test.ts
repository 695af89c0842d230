import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activity, postActivity } from './bot-framework.ts';
import { choice, message, openDirectLine, type DirectLine } from './direct-line.ts';
import { findTraces } from './remains.ts';
import { personnummerAlone, secrets, type Secret } from './secrets.ts';
import { startTestService, type TestService } from './service.ts';

// Not shrunk: a secret that leaked once is found again in every smaller example.
const RUNS = { numRuns: 20, endOnFailure: true };

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
}, 180_000);
afterAll(() => service.close());

let count = 0;
const nextId = (): string => `message-${(count += 1)}`;

const webchat = (): Promise<DirectLine> => openDirectLine(() => service.address);

/** What the conversation shows and what was answered must not hold the secret either. */
async function expectForgotten({ traces }: Secret, ...said: readonly string[]): Promise<void> {
  expect(traces.filter((trace) => said.some((text) => text.includes(trace)))).toEqual([]);
  expect(await findTraces(service, traces)).toEqual([]);
}

async function shownIn({ activities }: DirectLine): Promise<string> {
  return JSON.stringify(await activities());
}

/** Brings a new conversation in the web chat to a question that is answered in free words. */
async function chatAt(choices: readonly string[], texts: readonly string[] = []): Promise<DirectLine> {
  const chat = await webchat();
  for (const id of choices) await chat.post(choice(id, nextId()));
  for (const text of texts) await chat.post(message(text, nextId()));
  return chat;
}

/** Questions that take free words, by what is asked. */
const QUESTIONS: Readonly<Record<string, () => Promise<DirectLine>>> = {
  'nothing in particular': () => chatAt([]),
  'when the card was lost': () => chatAt(['intent:card-lost', 'lost']),
  'the name of the card holder': () => chatAt(['intent:card-lost', 'lost'], ['i går']),
  'the unit': () => chatAt(['intent:card-lost', 'lost'], ['i går', 'Anna Testsson']),
  'what the problem is': () => chatAt(['person', 'write']),
  'the name for a ticket': () => chatAt(['person', 'write'], ['Läsaren blinkar rött hela tiden']),
  'how to be reached': () => chatAt(['person', 'write'], ['Läsaren blinkar rött hela tiden', 'Anna Testsson']),
  'a step of the guide': () => chatAt(['intent:pin-forgotten', 'puk-yes']),
};

describe('a secret that somebody types', () => {
  it.each(Object.entries(QUESTIONS))('in the web chat, asked for %s, is kept nowhere', { timeout: 60_000 }, async (_question, open) => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const chat = await open();
        const answers = [await chat.post(message(secret.sentence, nextId())), await chat.post(message('ja', nextId()))];
        await expectForgotten(secret, await shownIn(chat), ...answers.map(({ text }) => text));
      }),
      { ...RUNS, numRuns: 5 },
    );
  });

  it('over the Bot Framework endpoint is kept nowhere, edits included', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(secrets, fc.constantFrom('message', 'messageUpdate'), async (secret, type) => {
        const id = nextId();
        const { text } = await postActivity(service.address, activity({ type, id, text: secret.sentence, conversation: { id } }));
        await expectForgotten(secret, text);
      }),
      RUNS,
    );
  });

  it('through to the ticket is not in the ticket', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const chat = await chatAt(['person', 'write'], [`Läsaren blinkar rött. ${secret.sentence}`, 'Anna Testsson', 'anna.testsson@example.test']);
        await chat.post(choice('yes', nextId()));
        const shown = await shownIn(chat);
        expect(shown).toContain('Läsaren blinkar rött');
        await expectForgotten(secret, shown);
      }),
      { ...RUNS, numRuns: 10 },
    );
  });
});

describe('a secret that a client hides beside the text', () => {
  type Hide = (secret: string) => unknown;
  const hidden: Readonly<Record<string, Hide>> = {
    'the id of a choice': (secret) => choice(secret.slice(0, 100), nextId(), 'Ja'),
    'the label of a choice': (secret) => choice('yes', nextId(), secret),
    'the end of a long label': (secret) => choice('yes', nextId(), `${'x'.repeat(190)} ${secret}`),
    'the id that the client gives': (secret) => ({ type: 'message', text: 'hej', channelData: { clientActivityID: `${nextId()} ${secret}`.slice(0, 100) } }),
    channelData: (secret) => ({ type: 'message', text: 'hej', channelData: { clientActivityID: nextId(), note: secret, deep: { note: secret } } }),
    'an activity that is refused': (secret) => ({ type: secret, text: secret }),
  };

  it.each(Object.entries(hidden))('as %s in the web chat is kept nowhere', { timeout: 60_000 }, async (_place, hide) => {
    await fc.assert(
      fc.asyncProperty(personnummerAlone, async (secret) => {
        const chat = await webchat();
        const { text } = await chat.post(hide(secret.written));
        await expectForgotten(secret, await shownIn(chat), text);
      }),
      RUNS,
    );
  });

  const fields: Readonly<Record<string, Hide>> = {
    value: (secret) => ({ text: 'hej', value: { choice: secret, label: secret } }),
    'value as text': (secret) => ({ text: 'hej', value: JSON.stringify({ choice: secret }) }),
    'channelData and entities': (secret) => ({ text: 'hej', channelData: { note: secret }, entities: [{ type: 'note', text: secret }] }),
    'an invoke': (secret) => ({ type: 'invoke', name: secret, value: { note: secret } }),
  };

  it.each(Object.entries(fields))('as %s over the Bot Framework endpoint is kept nowhere', { timeout: 60_000 }, async (_place, hide) => {
    await fc.assert(
      fc.asyncProperty(personnummerAlone, async (secret) => {
        const id = nextId();
        const { text } = await postActivity(service.address, activity({ id, conversation: { id }, ...(hide(secret.written) as object) }));
        await expectForgotten(secret, text);
      }),
      RUNS,
    );
  });
});
