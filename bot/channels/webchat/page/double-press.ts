/** A double click is one choice: its second half must not answer the question that comes next, under the same pointer. */

/** The time within which systems take two presses for a double click. */
const doublePressMs = 500;

/** After a press on a choice, pointers pass the choices by for a moment (see `.resting` in page.css). Keys are not affected. */
export function restAfterPress(chat: HTMLElement): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  chat.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('[role=toolbar]') === null) return;
    chat.classList.add('resting');
    clearTimeout(rest);
    rest = setTimeout(() => chat.classList.remove('resting'), doublePressMs);
  });
}
