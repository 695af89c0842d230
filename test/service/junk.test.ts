import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activity, postActivity, repliesIn } from './bot-framework.ts';
import { choice, message, openDirectLine, send, type Answer, type DirectLine } from './direct-line.ts';
import { startTestService, type TestService } from './service.ts';

const RUNS = { numRuns: 30 };

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
}, 180_000);
afterAll(() => service.close());

let count = 0;
const nextId = (): string => `message-${(count += 1)}`;

const webchat = (): Promise<DirectLine> => openDirectLine(() => service.address);

/** Served or refused, and in the second case with the protocol's error; never a failure of the service. */
function expectCalm({ status, text }: Answer): void {
  expect(status, text).toBeLessThan(500);
  if (status >= 400) expect(JSON.parse(text)).toMatchObject({ error: { code: expect.any(String) as unknown, message: expect.any(String) as unknown } });
}

const JUNK: Readonly<Record<string, string>> = {
  'nothing': '',
  'white space': ' \t\n\u00a0\u2003 ',
  'punctuation': '?!.,;:',
  'emoji': '🤷‍♀️🪪💥👩🏽‍⚕️',
  'HTML': '<script>alert(1)</script><img src=x onerror=alert(1)><b>hej</b>',
  'a Markdown link': '[klicka här](https://evil.example/) ![bild](https://evil.example/x.png)',
  'a script link': '[klicka](javascript:alert(1))',
  'SQL': `'; DROP TABLE turns; -- " OR 1=1`,
  'right-to-left text': 'שלום \u202eslut\u202c مرحبا',
  'control characters': 'hej\u0000\u0007\u001b[31m\u0085\u2028då',
  'half a surrogate pair': 'hej \ud83d då',
  'stacked marks': `z${'\u0300'.repeat(500)}`,
  'a very long word': 'a'.repeat(20_000),
  'many words': 'kort pin puk '.repeat(2_000),
  '100 kB': 'Jag har tappat mitt kort. '.repeat(4_000),
  'digits': '1'.repeat(50_000),
  'a template': '${process.env.SECRET} {{7*7}} %s %n __proto__ constructor',
  'JSON': '{"choice":"yes"}',
};

const MARKUP = ['<script', '<img', '<b>', '](https://evil', '](javascript', '\u202e', '\u0000', '\u001b'];

/** Replies are Markdown: what somebody wrote must come out as words or not at all. */
function expectNoMarkup(texts: readonly string[]): void {
  for (const text of texts) expect(MARKUP.filter((markup) => text.includes(markup)), text).toEqual([]);
}

async function botTexts({ activities }: DirectLine): Promise<readonly string[]> {
  return (await activities()).flatMap(({ from, text }) => (from.role === 'bot' ? [text] : []));
}

describe('a message of', () => {
  it.each(Object.entries(JUNK))('%s gets a calm answer in the web chat', async (_name, text) => {
    const chat = await webchat();
    const before = (await botTexts(chat)).length;
    const answer = await chat.post(message(text, nextId()));
    expectCalm(answer);
    const said = await botTexts(chat);
    if (answer.status === 200) expect(said.length).toBeGreaterThan(before);
    expectNoMarkup(said);
  });

  it.each(Object.entries(JUNK))('%s gets a calm answer over the Bot Framework endpoint', async (_name, text) => {
    const id = nextId();
    const answer = await postActivity(service.address, activity({ id, text, conversation: { id } }));
    expectCalm(answer);
    if (answer.status === 200) {
      const said = repliesIn(answer);
      expect(said.at(-1)).toMatch(/\p{L}/u);
      expectNoMarkup(said);
    }
  });

  it('any characters gets a calm answer, and the chat goes on', { timeout: 60_000 }, async () => {
    const chat = await webchat();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expectCalm(await chat.post(message(text, nextId())));
        const id = nextId();
        expectCalm(await postActivity(service.address, activity({ id, text, conversation: { id } })));
      }),
      RUNS,
    );
    expect((await chat.post(message('hej', nextId()))).status).toBe(200);
  });
});

describe('junk as an answer in a dialog', () => {
  it.each(Object.entries(JUNK))('(%s) leads through to the summary of a ticket', async (_name, junk) => {
    const chat = await webchat();
    for (const id of ['person', 'write']) await chat.post(choice(id, nextId()));
    for (const text of [`Läsaren blinkar ${junk}`, 'Anna Testsson', 'anna.testsson@example.test']) expectCalm(await chat.post(message(text, nextId())));
    expectNoMarkup(await botTexts(chat));
  });

  it.each(Object.entries(JUNK))('(%s) leads through to the summary of a block', async (_name, junk) => {
    const chat = await webchat();
    for (const id of ['intent:card-lost', 'lost']) await chat.post(choice(id, nextId()));
    for (const text of [`i går ${junk}`, `Anna Testsson, avdelning 42 ${junk}`, 'ja']) expectCalm(await chat.post(message(text, nextId())));
    expectNoMarkup(await botTexts(chat));
  });
});

describe('a body that is not an activity', () => {
  const NOT_ACTIVITIES = ['', '{', 'null', '[]', '"hej"', '17', '{"type":"message"', '{"__proto__":{"type":"message"}}', `{"type":"message","text":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, '\u0000'];

  it.each(NOT_ACTIVITIES)('(%#) is refused calmly everywhere', async (body) => {
    const chat = await webchat();
    for (const answer of [await chat.post(body), await send('POST', `${service.address}/api/messages`, {}, body), await send('POST', `${service.address}/v3/directline/conversations`, {}, body)]) {
      expectCalm(answer);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('in any field is refused or read calmly', { timeout: 60_000 }, async () => {
    const chat = await webchat();
    const base = activity({ text: 'hej', channelData: { clientActivityID: 'a' }, locale: 'sv', entities: [], value: null, timestamp: '2026-11-24T09:00:00Z' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(base)), fc.jsonValue(), async (field, value) => {
        const id = nextId();
        const odd = { ...base, id, conversation: { id }, [field]: value };
        expectCalm(await postActivity(service.address, odd));
        expectCalm(await chat.post(odd));
      }),
      RUNS,
    );
  });

  it('larger than the limit is refused', async () => {
    const id = nextId();
    expect((await postActivity(service.address, activity({ id, text: 'a'.repeat(300_000) }))).status).toBe(413);
  });
});
