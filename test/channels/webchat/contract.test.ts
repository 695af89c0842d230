import { afterAll, beforeAll, describe } from 'vitest';
import { channelPromises, type Visitor } from '../../contracts/channel.ts';
import { choice, message, openDirectLine } from '../../service/direct-line.ts';
import { startTestService, type TestService } from '../../service/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
}, 180_000);
afterAll(() => service.close());

async function visit(): Promise<Visitor> {
  // Opening the conversation is the joining.
  const chat = await openDirectLine(() => service.address);
  let count = 0;
  const nextId = (): string => `message-${(count += 1)}`;
  return {
    join: () => Promise.resolve(),
    say: async (text) => {
      await chat.post(message(text, nextId()));
    },
    choose: async (id) => {
      await chat.post(choice(id, nextId()));
    },
    heard: async () => (await chat.activities()).filter(({ from }) => from.role === 'bot').map(({ text }) => text),
  };
}

describe('the web chat', () => {
  channelPromises(visit);
});
