/** The parts of the server's HTML that the script uses. */

export function element(id: 'chat' | 'problem' | 'restart'): HTMLElement {
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
  problem.textContent = problem.dataset[kind] ?? '';
}

export function hideProblem(): void {
  element('problem').textContent = '';
}
