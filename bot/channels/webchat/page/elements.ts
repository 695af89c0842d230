/** The parts of the server's HTML that the script uses. */

export function element(id: 'chat' | 'problem' | 'restart'): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}.`);
  return found;
}

/** Says in the alert that the chat does not work and whom to call. */
export function showProblem(): void {
  const problem = element('problem');
  problem.textContent = problem.dataset['text'] ?? '';
}

export function hideProblem(): void {
  element('problem').textContent = '';
}
