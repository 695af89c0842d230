/** What is deployed agrees with the program: names of settings, limits, files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { defaultLimits } from '../../bot/channels/webchat/webchat.ts';
import { readConfig } from '../../bot/config.ts';
import { settings } from '../../bot/config/settings.ts';
import { ENDPOINTS } from '../security/service.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const defaults = readConfig({});

const composeShape = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      environment: z.record(z.string(), z.string()).optional(),
      read_only: z.boolean(),
      cap_drop: z.array(z.string()),
      stop_grace_period: z.string().optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
});
const compose = composeShape.parse(parse(read('deploy/compose.yaml'), { merge: true }));
const nginx = read('deploy/nginx/nginx.conf');
const containerfile = read('deploy/Containerfile');
const unit = read('deploy/systemd/etjanstekort-bot.service');

const KNOWN = new Set(Object.keys(settings.shape));
const NOT_OURS = new Set(['NODE_ENV', 'NODE']);

describe('compose.yaml', () => {
  const bots = Object.entries(compose.services).filter(([name]) => name.startsWith('bot-'));

  it('runs two replicas, set in the bot\'s own terms', () => {
    expect(bots.map(([name]) => name)).toEqual(['bot-1', 'bot-2']);
    for (const [, { environment = {} }] of bots) {
      expect(Object.keys(environment).filter((name) => !KNOWN.has(name))).toEqual([]);
      const env = { ...environment, DATABASE_URL: 'postgres://bot:password@db/bot', WEBCHAT_TOKEN_SECRET: 'x'.repeat(32) };
      expect(readConfig(env).webchat.trustProxy).toBe(true);
    }
  });

  it('gives nobody a writable root, a capability by default or an unnamed version', () => {
    for (const { read_only: readOnly, cap_drop: dropped, image } of Object.values(compose.services)) {
      expect([readOnly, dropped]).toEqual([true, ['ALL']]);
      expect(image).toMatch(/:v?\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?$/);
    }
  });

  it('waits longer for a replica to stop than the replica does', () => {
    for (const [, { stop_grace_period: grace }] of bots) expect(Number.parseInt(grace ?? '', 10) * 1000).toBeGreaterThan(defaults.limits.shutdownGraceMs);
  });

  it('mounts files that exist', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? '')).filter((path) => path.startsWith('./'));
    expect(mounted.filter((path) => path !== './certificates' && !existsSync(join(ROOT, 'deploy', path)))).toEqual([]);
  });
});

describe('nginx.conf', () => {
  const value = (directive: string): number => Number(new RegExp(`\\b${directive} (\\d+)`).exec(nginx)?.[1]);

  it('has the limits of the bot', () => {
    expect(value('client_max_body_size')).toBe(defaults.limits.bodyBytes);
    expect(value('client_body_timeout') * 1000).toBe(defaults.limits.requestTimeoutMs);
    expect(value('client_header_timeout') * 1000).toBe(defaults.limits.requestTimeoutMs);
    expect(Number(/zone=calls:\w+ rate=(\d+)r\/s/.exec(nginx)?.[1]) * 60).toBe(defaults.limits.callsPerMinutePerAddress);
    expect(value('worker_connections')).toBeGreaterThan(2 * 2 * defaults.limits.sockets);
  });

  it('keeps a socket open from one ping to the next', () => {
    const stream = nginx.slice(nginx.indexOf('/stream$'));
    expect(Number(/proxy_read_timeout (\d+)s/.exec(stream)?.[1]) * 1000).toBeGreaterThan(2 * defaultLimits.pingMs);
  });

  it('tells the bot who calls, and logs no address with its query', () => {
    expect(nginx.match(/proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;/g)).toHaveLength(2);
    expect(/log_format[^;]*/.exec(nginx)?.[0]).not.toMatch(/\$request\b|\$request_uri|\$args|\$query_string|\$http_referer/);
  });

  it('lets through what is for people, Teams and ticket systems, and nobody see the figures', () => {
    const secure = nginx.slice(nginx.indexOf('listen 8443'));
    const exact = new Set([...secure.matchAll(/location = (\S+) \{ proxy_pass/g)].map(([, path = '']) => path));
    const folders = [...secure.matchAll(/location (\/\S+\/) \{ proxy_pass/g)].map(([, path = '']) => path);
    const isLetThrough = (path: string): boolean => exact.has(path) || folders.some((folder) => path.startsWith(folder));
    const inside = ENDPOINTS.map(([, path]) => path).filter((path) => !isLetThrough(path));
    expect(inside).toEqual(['/healthz', '/readyz', '/metrics']);
  });
});

describe('the container', () => {
  it('is built from folders that exist and pinned versions, and does not run as root', () => {
    const copied = [...containerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied).toEqual(expect.arrayContaining(['bot', 'dialogs', 'intents', 'knowledge', 'package-lock.json']));
    expect(containerfile).toMatch(/^ARG NODE=node:\d+\.\d+\.\d+-\S+$/m);
    expect(containerfile.lastIndexOf('USER node')).toBeGreaterThan(containerfile.lastIndexOf('FROM '));
  });

  it('leaves out only packages that no module of ours imports', () => {
    const left = (/rm -rf ([^&]*?)\n\n/.exec(containerfile)?.[1] ?? '').split(/[\s\\]+/).filter((name) => name !== '');
    expect(left).toContain('mongodb');
    const dependencies = Object.keys((JSON.parse(read('package.json')) as { dependencies: Record<string, string> }).dependencies);
    expect(left.filter((name) => dependencies.includes(name))).toEqual([]);
  });

  it.each(['deploy/Containerfile', 'deploy/systemd/etjanstekort-bot.service'])('(%s) sets only settings that exist', (file) => {
    const text = read(file);
    const names = [...text.matchAll(/^(?:ENV|Environment=) ?(.*)$/gm)].flatMap(([, pairs = '']) => Object.keys(parseEnv(pairs.replaceAll(' ', '\n'))));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !KNOWN.has(name) && !NOT_OURS.has(name))).toEqual([]);
  });
});

describe('the systemd unit', () => {
  it('waits longer for the bot to stop than the bot does', () => {
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1]) * 1000).toBeGreaterThan(defaults.limits.shutdownGraceMs);
  });
});
