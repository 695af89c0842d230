/** No secret stands anywhere: on the disk, in the database, in what was printed, sent on or shown. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Evidence } from '../evidence.ts';

/** Trained before anybody wrote. */
const MODELS = 'models';

export const checkSecrets: Check = (evidence) =>
  placesIn(evidence).flatMap(([place, bytes]) => evidence.planted.find(bytes()).map((found) => ({ conversation: null, what: `a secret stands in ${place}: ...${found}...` })));

type Place = readonly [name: string, bytes: () => Buffer];

function placesIn({ world, held, conversations }: Evidence): readonly Place[] {
  const { folder, database, replicas, receiver, connector } = world;
  const files = [...new Set([folder, database.folder])].flatMap((root) => filesBelow(root));
  const inTeams = conversations.flatMap(({ line }) => (line.channel === 'teams' ? connector.pushes(line.conversation.replace(/^teams:/, '')) : []));
  const text = (all: readonly string[]) => () => Buffer.from(all.join('\n'));
  return [
    ...files.map((file): Place => [file, () => readFileSync(file)]),
    ['a table', text([held.dump])],
    ['what the database printed', text([database.output()])],
    ...replicas.map((replica, index): Place => [`the log of replica ${index + 1}`, text([replica.output()])]),
    ['what the other systems were sent', text([...receiver.taken.values()].map(({ body }) => body))],
    ['what Teams was given', text(inTeams.map(({ activity }) => JSON.stringify(activity)))],
    ['what the web chat showed', text(conversations.flatMap(({ line }) => line.seen().map((seen) => seen.text)))],
  ];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== MODELS)
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => statSync(file).size > 0);
}
