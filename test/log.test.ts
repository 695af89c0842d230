import { describe, expect, it } from 'vitest';
import { createLog, type Log } from '../bot/log.ts';

function logged(write: (log: Log) => void): string {
  let lines = '';
  write(createLog({ level: 'info', destination: { write: (line) => void (lines += line) } }));
  return lines;
}

describe('the log', () => {
  it('writes one JSON object a line, with the time and the name of the level', () => {
    const line = JSON.parse(logged((log) => log.info({ turns: 3 }, 'done'))) as Record<string, unknown>;
    expect(line).toMatchObject({ level: 'info', turns: 3, msg: 'done', time: expect.stringMatching(/^\d{4}-.*Z$/) as string });
  });

  it.each([
    ['a field that holds a credential', { token: 'hunter2' }],
    ['a header', { request: { headers: { authorization: 'Basic hunter2' } } }],
    ['a message', { activity: { text: 'hunter2' } }],
    ['a token in an address', { address: 'wss://example.se/stream?watermark=1&t=hunter2' }],
    ['a bearer credential anywhere', { note: 'sent Bearer hunter2.x-y_z' }],
  ])('removes %s', (_what, fields) => {
    const line = logged((log) => log.info(fields, 'note'));
    expect(line).toContain('[removed]');
    expect(line).not.toContain('hunter2');
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('describes an error and its causes without the fields that HTTP clients hang on it', () => {
    const cause = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED', config: { data: 'hunter2' } });
    const line = logged((log) => log.error({ err: new Error('the ticket was not sent', { cause }) }, 'failed'));
    expect(JSON.parse(line)).toMatchObject({ err: { message: 'the ticket was not sent', cause: { message: 'connect refused', code: 'ECONNREFUSED' } } });
    expect(line).not.toContain('hunter2');
  });
});
