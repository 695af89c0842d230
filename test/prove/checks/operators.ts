/** What operators are shown is what there is: the dead letters by name, and the figures of every replica. */
import type { Check } from '../evidence.ts';

/** The command shows the newest of them. */
const LISTED = 100;

export const checkOperators: Check = ({ held, sight }) => {
  const dead = held.effects.filter(({ state }) => state === 'dead');
  const pending = held.effects.filter(({ state }) => state === 'pending').length;
  const hidden = dead.filter(({ key }) => !sight.dead.some((line) => line.startsWith(`${key} `)));
  const wrong = sight.figures.flatMap((figures, index) =>
    figures.pending === pending && figures.dead === dead.length ? [] : [`replica ${index + 1} says ${figures.pending ?? 'nothing'} pending and ${figures.dead ?? 'nothing'} dead, and there are ${pending} and ${dead.length}`],
  );
  return [...(dead.length > LISTED ? [] : hidden.map(({ key }) => `${key} is dead, and operators do not see it`)), ...wrong].map((what) => ({ conversation: null, what }));
};
