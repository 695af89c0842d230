/** Web Chat announces choices twice: with their message, and again where the buttons appear. Once is enough. */
export function quietChoices(chat: HTMLElement): void {
  const quieten = (): void => chat.querySelectorAll('[role=toolbar][aria-live=polite]').forEach((toolbar) => toolbar.setAttribute('aria-live', 'off'));
  new MutationObserver(quieten).observe(chat, { childList: true, subtree: true });
}
