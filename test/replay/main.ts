/**
 * `npm run replay -- FILE`: posts recorded Teams activities, with real signed tokens of a local issuer, to a bot that it
 * starts, and prints what the bot answers and sends. Nothing leaves this machine.
 */
import * as z from 'zod';
import { runCommand, UsageError } from '../../bot/cli/exit.ts';
import type { Posted } from '../channels/teams/connector.ts';
import { wordsIn } from '../channels/teams/drawn.ts';
import { addresseeOf, readPayloads, type Payload } from './payload-file.ts';
import { startTeamsService } from './teams-service.ts';

const card = z.object({ content: z.object({ body: z.array(z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })).optional() })) }) });

async function replay(): Promise<number> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new UsageError('Give a file: npm run replay -- test/channels/teams/payloads/message-personal.json');
  const payloads = readPayloads(file);
  const [first] = payloads;
  const { appId, tenantId } = first === undefined ? { appId: null, tenantId: null } : addresseeOf(first);
  if (tenantId === null) throw new UsageError(`${file}: the first activity names no tenant (channelData.tenant.id).`);
  const service = await startTeamsService({ tenantId, ...(appId === null ? {} : { appId }) });
  try {
    for (const payload of payloads) {
      const before = service.connector.posted.length;
      const { status, text } = await service.post(payload);
      await service.settled();
      process.stdout.write([`> ${titleOf(payload)}`, `  ${status}${text === '' ? '' : ` ${text}`}`, ...service.connector.posted.slice(before).flatMap(linesOf), '', ''].join('\n'));
    }
  } finally {
    await service.close();
  }
  return 0;
}

function titleOf({ type, text, conversation }: Payload): string {
  return `${type} in ${conversation.id}${text ? `: ${text}` : ''}`;
}

function linesOf({ conversation, activity }: Posted): string[] {
  const text = wordsIn(activity).split('\n').map((line) => `< ${line}`);
  const buttons = (activity.attachments ?? []).flatMap((one) => card.safeParse(one).data?.content.body.flatMap(({ actions }) => actions?.map(({ title }) => title) ?? []) ?? []);
  return [`  to ${conversation}`, ...text, ...(buttons.length === 0 ? [] : [`[ ${buttons.join(' | ')} ]`])];
}

runCommand(replay);
