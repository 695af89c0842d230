import { describe, expect, it } from 'vitest';
import { createPartSender } from '../../../bot/channels/teams/parts.ts';
import { SendFailure, type SendResult } from '../../../bot/channels/teams/send-result.ts';

const ROW = { conversation: 'teams:a', seq: 3 };
const MESSAGES = ['ett', 'två', 'tre'].map((text) => ({ type: 'message', text }));

/** A connector that refuses the tries with these numbers, from 1. */
function connector(failing: number, result: Exclude<SendResult, { kind: 'delivered' }>) {
  const tried: string[] = [];
  const send = ({ text = '' }: { text?: string }) => {
    tried.push(text);
    return tried.length === failing ? Promise.reject(new SendFailure(result)) : Promise.resolve({ id: `id-${text}` });
  };
  return { tried, send };
}

describe('the messages of one row', () => {
  it('are sent in order, and known by the last one', async () => {
    const { tried, send } = connector(0, { kind: 'unknown', reason: '' });
    expect(await createPartSender()(ROW, MESSAGES, send)).toBe('id-tre');
    expect(tried).toEqual(['ett', 'två', 'tre']);
  });

  it('go on where they were, when the row is tried again', async () => {
    const { tried, send } = connector(2, { kind: 'again', reason: 'HTTP 429', afterMs: null });
    const sendParts = createPartSender();
    await expect(sendParts(ROW, MESSAGES, send)).rejects.toThrow(SendFailure);
    await sendParts(ROW, MESSAGES, send);
    expect(tried).toEqual(['ett', 'två', 'två', 'tre']);
  });

  it('are not mixed up with those of another row', async () => {
    const { tried, send } = connector(2, { kind: 'again', reason: 'HTTP 429', afterMs: null });
    const sendParts = createPartSender();
    await expect(sendParts(ROW, MESSAGES, send)).rejects.toThrow(SendFailure);
    await sendParts({ ...ROW, seq: 4 }, MESSAGES, send);
    expect(tried.slice(2)).toEqual(['ett', 'två', 'tre']);
  });

  it('have no id where the connector gives none', async () => {
    expect(await createPartSender()(ROW, MESSAGES, () => Promise.resolve(undefined))).toBeNull();
  });
});
