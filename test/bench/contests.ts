/** The ways of sending messages that are measured, each at several numbers of connections. */
import type { Connector } from './connector.ts';
import { directLine } from './direct-line-load.ts';
import type { Load } from './load.ts';
import { expectingReplies, normalDelivery, type Target } from './message-load.ts';
import type { NextQuestion } from './messages.ts';
import type { Running } from './process.ts';
import type { Contender, Contest } from './turns.ts';

/** A program under test, by the name that it has in the tables. */
export interface Named {
  readonly name: string;
  readonly process: Running;
}

interface Parts {
  readonly echo: Named;
  readonly bots: readonly Named[];
  readonly connector: Connector;
  readonly nextQuestion: NextQuestion;
  readonly connections: readonly number[];
}

export function contests({ echo, bots, connector, nextQuestion, connections }: Parts): readonly Contest[] {
  return connections.flatMap((count) => {
    const contest = (name: string, rivals: readonly Named[], load: (target: Target) => Load): Contest => ({
      name: `${name}, ${count}`,
      contenders: rivals.map((rival): Contender => ({ ...rival, load: load({ address: rival.process.address, connections: count, nextQuestion }) })),
    });
    return [
      contest('expectReplies', [echo, ...bots], expectingReplies),
      contest('normal delivery', [echo, ...bots], (target) => normalDelivery(target, connector)),
      contest('Direct Line', bots, directLine),
    ];
  });
}

/** One bot beside the other, with little and with much in its store. */
export function growth(bots: readonly Named[], connector: Connector, nextQuestion: NextQuestion): readonly Contest[] {
  const load = ({ process: { address } }: Named): Load => normalDelivery({ address, connections: 16, nextQuestion }, connector);
  return [{ name: 'normal delivery, 16', contenders: bots.map((bot): Contender => ({ ...bot, load: load(bot) })) }];
}
