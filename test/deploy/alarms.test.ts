/** The alarms look at figures that exist, and the guide explains each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { createMetrics, type Metrics } from '../../bot/metrics.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');

const rulesShape = z.looseObject({ groups: z.array(z.looseObject({ rules: z.array(z.looseObject({ alert: z.string(), expr: z.string(), labels: z.looseObject({ severity: z.enum(['page', 'ticket']) }) })) })) });
const rules = rulesShape.parse(parse(read('../../deploy/prometheus/alerts.yaml'))).groups.flatMap((group) => group.rules);

/** Prometheus' own series, and the words of its language. */
const PROMQL = new Set(['up', 'sum', 'min', 'max', 'rate', 'increase', 'changes', 'absent', 'by', 'and', 'or', 'offset', 'time', 'histogram_quantile', 'min_over_time', 'm', 'h', 'd']);

/** Every figure that the bot shows, with the values of its labels, after each has been counted once. */
async function shownFigures(): Promise<string> {
  const metrics = createMetrics();
  const calls: { readonly [Name in Exclude<keyof Metrics, 'render'>]?: () => void } = {
    turnHandled: () => metrics.turnHandled('webchat', 'said', 1),
    decisionMade: () => metrics.decisionMade('decline'),
    effectTried: () => (['settled', 'refused', 'retried', 'dead'] as const).forEach((result) => metrics.effectTried('openTicket', result)),
    effectsWaiting: () => metrics.effectsWaiting(0, 0),
    deliveryTried: () => (['delivered', 'retried'] as const).forEach((result) => metrics.deliveryTried('teams', result)),
    requestServed: () => metrics.requestServed('/', 200),
    authRefused: () => (['missing', 'expired', 'keys-unavailable'] as const).forEach((reason) => metrics.authRefused('teams', reason)),
    botTokenChecked: () => metrics.botTokenChecked(true),
    botSecretExpires: () => metrics.botSecretExpires(new Date()),
    replicasSeen: () => metrics.replicasSeen(2, 0),
  };
  for (const call of Object.values(calls)) call();
  return (await metrics.render()).body;
}

/** One `label="value"` of a selector; a value may be several, `a|b`, and is left out where it is a pattern. */
interface Condition {
  readonly label: string;
  readonly values: readonly string[];
}

function conditionsIn(selector: string): Condition[] {
  return [...selector.matchAll(/(\w+)(?:=~|!~|!=|=)"([^"]*)"/g)].map(([, label = '', value = '']) => ({ label, values: value.includes('.') ? [] : value.split('|') }));
}

describe('the alarms', () => {
  it.each(rules)('($alert) look only at figures that exist', async ({ expr }) => {
    const shown = await shownFigures();
    const bare = expr.replace(/\{[^}]*\}/g, '').replace(/\bby \([^)]*\)/g, '');
    const names = [...bare.matchAll(/[a-z_][a-z0-9_]*/g)].map(([name]) => name).filter((name) => !PROMQL.has(name));
    expect(names.filter((name) => !new RegExp(`^${name}[{ ]`, 'm').test(shown))).toEqual([]);
  });

  it.each(rules)('($alert) look only at labels and values that exist', async ({ expr }) => {
    const shown = await shownFigures();
    const selectors = [...expr.matchAll(/([a-z_]+)\{([^}]*)\}/g)].filter(([, name]) => name !== 'up');
    for (const [, name = '', selector = ''] of selectors) {
      const series = shown.split('\n').filter((line) => line.startsWith(`${name}{`)).join('\n');
      for (const { label, values } of conditionsIn(selector)) {
        expect(series).toContain(`${label}="`);
        for (const value of values) expect(series).toContain(`${label}="${value}"`);
      }
    }
  });

  it('are each explained in the guide, with their severity', () => {
    const explained = [...read('../../docs/operations.md').matchAll(/^\| (\w+) \| (page|ticket) \|/gm)].map(([, alert, severity]) => `${String(alert)} ${String(severity)}`);
    expect(explained.sort()).toEqual(rules.map(({ alert, labels }) => `${alert} ${labels.severity}`).sort());
  });
});
