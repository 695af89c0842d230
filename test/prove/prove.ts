/** The proof on one store: people talk while everything goes wrong, all comes to rest, and what is left is held against what was said. */
import { randomFor } from './chance.ts';
import { startChaos } from './chaos.ts';
import { checkEffects } from './checks/effects.ts';
import { checkNews } from './checks/news.ts';
import { checkOperators } from './checks/operators.ts';
import { checkPushes } from './checks/pushes.ts';
import { checkSecrets } from './checks/secrets.ts';
import { checkTruth } from './checks/truth.ts';
import { checkTurns } from './checks/turns.ts';
import type { Conversation } from './conversation.ts';
import type { Evidence, Violation } from './evidence.ts';
import { readHeld } from './held.ts';
import { look } from './operator.ts';
import { talkAll } from './people.ts';
import type { Plan, StoreKind } from './plan.ts';
import { plantSecrets } from './planted.ts';
import { comeToRest, type Rest } from './rest.ts';
import { SERVICE_SECRETS, startWorld } from './world.ts';

export interface Proof {
  readonly store: StoreKind;
  readonly evidence: Evidence;
  readonly rest: Rest;
  readonly violations: readonly Violation[];
}

const CHECKS = [checkTurns, checkEffects, checkNews, checkTruth, checkPushes, checkOperators, checkSecrets];
const MINUTE_MS = 60_000;
const READERS = 4;

/** `onStage` hears what is going on. The report must be made in `use`: what it reads is gone afterwards. */
export async function prove<T>(store: StoreKind, plan: Plan, onStage: (line: string) => void, use: (proof: Proof) => Promise<T>): Promise<T> {
  const world = await startWorld(store, plan);
  try {
    const planted = plantSecrets(plan.seed, SERVICE_SECRETS);
    const end = Date.now() + plan.minutes * MINUTE_MS;
    onStage('people begin to talk');
    const chaos = startChaos(world, plan, randomFor(plan.seed, `${store} chaos`));
    const conversations = await talkAll(world, plan, planted.draw, () => Date.now() > end);
    await chaos.stop();
    onStage(`${conversations.length} conversations are over; what was begun comes to its end`);
    const rest = await comeToRest(world, plan);
    onStage('everything is at rest and is read');
    const shownWrong = await finishAll(conversations);
    const sight = await look(world);
    const evidence = { world, conversations, held: await readHeld(world.database), faults: [...chaos.faults, rest.fault], planted, sight, shownWrong };
    return await use({ store, evidence, rest, violations: violationsOf(evidence, rest) });
  } finally {
    await world.close();
  }
}

async function finishAll(conversations: readonly Conversation[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const wrong = new Map<string, readonly string[]>();
  const left = [...conversations];
  const reader = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) wrong.set(next.name, await next.line.finish());
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return wrong;
}

function violationsOf(evidence: Evidence, { waiting }: Rest): readonly Violation[] {
  const shown = evidence.conversations.flatMap((conversation) => (evidence.shownWrong.get(conversation.name) ?? []).map((what) => ({ conversation, what })));
  return [...(waiting === null ? [] : [{ conversation: null, what: waiting }]), ...shown, ...CHECKS.flatMap((check) => check(evidence))];
}
