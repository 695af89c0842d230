/** Reads a card as the official library does, and tells everything that a client would drop, ignore or stumble over. */
import { AdaptiveCard, HostConfig, SerializationContext, Version } from 'adaptivecards/dist/adaptivecards.js';
import { isDeepStrictEqual } from 'node:util';

/** Buttons that Teams draws in a row. */
const ROW_MAX = 6;

/** The versions that Teams draws on computers and phones. */
const VERSIONS: readonly string[] = ['1.4', '1.5'];

type Json = Readonly<Record<string, unknown>>;

/** Empty for a good card. */
export function cardFaults(content: unknown): readonly string[] {
  const whole = JSON.parse(JSON.stringify(content)) as Json;
  // The library does not give fallbacks back, so each is read as a button of its own.
  const { lang, ...json } = JSON.parse(JSON.stringify(whole, (name, value: unknown) => (name === 'fallback' ? undefined : value))) as Json;
  const fallbacks = objectsIn(whole).flatMap(({ fallback }) => (fallback === undefined ? [] : cardFaults({ ...json, lang, body: [{ type: 'ActionSet', actions: [fallback] }] })));
  const version = typeof json['version'] === 'string' ? json['version'] : '';
  if (!VERSIONS.includes(version)) return [`version ${version}`];
  const context = new SerializationContext(Version.parse(version, new SerializationContext()));
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: ROW_MAX } });
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = card.validateProperties().validationEvents.map(({ message }) => message);
  // What the library does not know, it does not give back.
  const lost = isDeepStrictEqual(JSON.parse(JSON.stringify(card.toJSON())), json) ? [] : ['a property is not known'];
  const inputs = card.getAllInputs().filter(({ label }) => !label).map(({ id }) => `the input ${id ?? ''} has no label`);
  // The library's own check of it keeps a position between two cards, and refuses every other one.
  const language = typeof lang === 'string' && /^[a-z]{2,3}$/.test(lang) ? [] : [`lang ${String(lang)}`];
  return [...language, ...parsing, ...validation, ...lost, ...inputs, ...elementFaults(json), ...fallbacks];
}

function elementFaults(json: Json): readonly string[] {
  const all = objectsIn(json);
  const actions = all.filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
  const dead = actions.filter(({ data, title }) => typeof data !== 'object' || !title).map(({ type, title }) => `${String(type)} "${String(title)}" has no data or title`);
  const cut = all.filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true).map(({ text }) => `"${String(text)}" does not wrap`);
  return [...dead, ...cut, ...(json['fallbackText'] ? [] : ['no fallbackText'])];
}

/** Every object in a JSON value, but for what a button sends back. */
function objectsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.entries(value).flatMap(([name, child]) => (name === 'data' ? [] : objectsIn(child)))];
}
