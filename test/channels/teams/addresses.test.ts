import { describe, expect, it } from 'vitest';
import { isLocalCall, isLoopback, mayPostTo } from '../../../bot/channels/teams/addresses.ts';

describe('a loopback address', () => {
  it.each(['127.0.0.1', '127.9.8.7', '::1', '::ffff:127.0.0.1'])('is %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each([undefined, '', '10.0.0.1', '128.0.0.1', '::', '::2', '::ffff:10.0.0.1', 'localhost', '127.0.0.1.evil.test'])('is not %s', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});

describe('a local call', () => {
  const call = (remoteAddress: string | undefined, headers: Record<string, string> = {}): boolean => isLocalCall({ socket: { remoteAddress }, headers });
  it('comes straight from this machine', () => {
    expect(call('127.0.0.1')).toBe(true);
    expect(call('192.0.2.7')).toBe(false);
    expect(call(undefined)).toBe(false);
  });
  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip'])('has not passed a proxy that sets %s', (header) => {
    expect(call('127.0.0.1', { [header]: '192.0.2.7' })).toBe(false);
  });
  it.each([
    ['localhost:3978', true],
    ['127.0.0.1:3978', true],
    ['[::1]:3978', true],
    ['evil.test:3978', false],
    ['localhost.evil.test', false],
    ['127.0.0.1@evil.test', false],
    ['', false],
  ])('to the host %s: %s', (host, isLocal) => {
    expect(call('127.0.0.1', { host })).toBe(isLocal);
  });
});

describe('the bot may post', () => {
  it.each(['http://localhost:3979/', 'http://127.0.0.1:1/', 'http://[::1]:5/', 'https://127.1/', 'http://0x7f000001/'])('to %s without authentication', (url) => {
    expect(mayPostTo('loopback', url)).toBe(true);
  });
  it.each(['http://169.254.169.254/', 'http://localhost.evil.test/', 'http://127.0.0.1@evil.test/', 'http://[::ffff:a00:1]/', 'ftp://localhost/', 'localhost', ''])('not to %s without authentication', (url) => {
    expect(mayPostTo('loopback', url)).toBe(false);
  });
  it('over https only when a token vouches for the address', () => {
    expect(mayPostTo('https', 'https://smba.trafficmanager.net/emea/')).toBe(true);
    expect(mayPostTo('https', 'http://smba.trafficmanager.net/emea/')).toBe(false);
  });
  it('to the origins of a list only', () => {
    const list = ['https://smba.trafficmanager.net'];
    expect(mayPostTo(list, 'https://smba.trafficmanager.net/emea/')).toBe(true);
    expect(mayPostTo(list, 'https://smba.trafficmanager.net.evil.test/')).toBe(false);
    expect(mayPostTo(list, 'http://smba.trafficmanager.net/')).toBe(false);
  });
});
