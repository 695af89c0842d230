/** The ways of sending messages that are measured, each at several numbers of connections. */
import type { Connector } from './connector.ts';
import { directLine } from './direct-line-load.ts';
import type { Load } from './load.ts';
import { expectingReplies, normalDelivery, type Target } from './message-load.ts';
import type { NextQuestion } from './messages.ts';
import type { Running } from './process.ts';
import type { Contender, Contest } from './turns.ts';

interface Parts {
  readonly echo: Running;
  readonly bot: Running;
  readonly connector: Connector;
  readonly nextQuestion: NextQuestion;
  readonly connections: readonly number[];
}

export function contests({ echo, bot, connector, nextQuestion, connections }: Parts): readonly Contest[] {
  return connections.flatMap((count) => {
    const contender = (process: Running, load: (target: Target) => Load): Contender => ({ process, load: load({ address: process.address, connections: count, nextQuestion }) });
    const both = (name: string, load: (target: Target) => Load): Contest => ({ name: `${name}, ${count}`, echo: contender(echo, load), bot: contender(bot, load) });
    return [
      both('expectReplies', expectingReplies),
      both('normal delivery', (target) => normalDelivery(target, connector)),
      { name: `Direct Line, ${count}`, echo: null, bot: contender(bot, directLine) },
    ];
  });
}
