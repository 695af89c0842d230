/** The parts of the server's HTML that the script uses. */
import { splitAtNumbers } from './phone.ts';

type Id = 'chat' | 'ended' | 'end' | 'idle' | 'notice' | 'problem' | 'restart' | 'save' | 'tools';

export function element(id: Id): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}.`);
  return found;
}

/** `broken`: the chat does not work. `expired`: it does, but this conversation is over. */
export type Problem = 'broken' | 'expired';

/** Says in the alert what is wrong, what to do, and whom to call. */
export function showProblem(kind: Problem): void {
  const problem = element('problem');
  problem.className = kind;
  showText(problem, problem.dataset[kind] ?? '');
}

export function hideProblem(): void {
  element('problem').textContent = '';
}

/** Puts the text into the element, with its telephone numbers as links. */
function showText(place: HTMLElement, text: string): void {
  place.replaceChildren(
    ...splitAtNumbers(text).map(({ text: part, href }) => {
      if (href === null) return part;
      const link = document.createElement('a');
      link.href = href;
      link.textContent = part;
      return link;
    }),
  );
}
