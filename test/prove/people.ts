/** People who have one conversation after the other, so many at the same time. */
import { randomUUID } from 'node:crypto';
import type { Random } from '../../intents/random.ts';
import { randomFor } from './chance.ts';
import { converse, type Conversation } from './conversation.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan.ts';
import { drawTalk, type DrawSecret, type Talk } from './talks.ts';
import { openTeams } from './teams-line.ts';
import { openWebchat } from './webchat-line.ts';
import type { World } from './world.ts';

/** Those who wait for news keep their sockets open at this rate. */
const STAYS = 0.4;
const IN_TEAMS = 0.4;

/** Resolves with all conversations once the last message is acknowledged. `isOver` is asked before each new one. */
export async function talkAll(world: World, plan: Plan, drawSecret: DrawSecret, isOver: () => boolean): Promise<readonly Conversation[]> {
  const all: Conversation[] = [];
  let begun = 0;
  const person = async (): Promise<void> => {
    while (!isOver() && begun < plan.conversations) {
      begun += 1;
      const name = `${world.store}-${begun}`;
      const random = randomFor(plan.seed, name);
      const talk = drawTalk(random, drawSecret);
      const line = await openLine(world, name, talk, random);
      const { conversation, over } = converse(name, talk, line, random);
      all.push(conversation);
      await over;
      if (talk.asks === null || random() >= STAYS) line.leave();
    }
  };
  await Promise.all(Array.from({ length: plan.people }, person));
  return all;
}

async function openLine({ proxy, issuer, connector, identities }: World, name: string, { vouching, person }: Talk, random: Random): Promise<Line> {
  const { address } = proxy;
  if (vouching !== 'none' && random() < IN_TEAMS) return openTeams({ address, issuer, connector, name, person });
  const identify = (): Promise<string> => identities.sign({ claims: { sub: `person-of-${name}`, name: person, jti: randomUUID() } });
  return openWebchat({ address, random, identify: vouching === 'needed' ? identify : null });
}
