/** Draws a walked dialog as a Mermaid state diagram (https://mermaid.js.org/syntax/stateDiagram.html). */
import { END, START } from './walk.ts';
import type { Node, Transition, Walk } from './walk.ts';

/** The diagram of one dialog: states merged by name, arrows by where they lead, labelled with the choices' ids. */
export function mermaid(walked: Walk): string {
  const arrows = new Map<string, { pressed: Set<string>; typed: boolean }>();
  for (const transition of walked.transitions.filter(isDrawn)) {
    const ends = `${nameOf(transition.from, walked.nodes)} --> ${nameOf(transition.to, walked.nodes)}`;
    const arrow = arrows.get(ends) ?? { pressed: new Set(), typed: false };
    if (transition.cause === 'typed') arrow.typed = true;
    else arrow.pressed.add(transition.label);
    arrows.set(ends, arrow);
  }
  const names = new Set([...walked.nodes.values()].map(({ name }) => name));
  const states = [...names].map((name) => `  state "${name}" as ${idOf(name)}`);
  const lines = [...arrows].map(([ends, { pressed, typed }]) => arrowLine(ends, [...pressed], typed));
  return ['stateDiagram-v2', ...states, ...lines.filter((line) => line !== null)].join('\n');
}

/** The page that holds the diagram. */
export function diagramPage(walked: Walk): string {
  return [
    `# Dialog ${walked.dialog}`,
    '',
    'Drawn from the code by `node test/dialogs/draw.ts`; a test keeps it fresh. An arrow carries the ids of the choices (or the intent that starts it, or how an effect ended);',
    '"in words" means that only typed text leads there. Left out: "tillbaka", and what the conversation loop does around every dialog (avbryt, hjälp, människa, other questions).',
    '',
    '```mermaid',
    mermaid(walked),
    '```',
    '',
  ].join('\n');
}

function isDrawn({ cause, then }: Transition): boolean {
  return cause !== 'back' && then !== 'misunderstood';
}

function nameOf(key: string, nodes: ReadonlyMap<string, Node>): string {
  if (key === START || key === END) return '[*]';
  return idOf(nodes.get(key)?.name ?? key);
}

function idOf(name: string): string {
  return name.replace(/[^a-z0-9]+/giu, '_');
}

/** Typed text that stays in the same state is the same question again, and is not drawn. */
function arrowLine(ends: string, pressed: readonly string[], typed: boolean): string | null {
  const [from, to] = ends.split(' --> ');
  if (pressed.length > 0) return `  ${ends}: ${pressed.join(', ')}`;
  return typed && from !== to ? `  ${ends}: in words` : null;
}
