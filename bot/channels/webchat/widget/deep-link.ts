/** Links that open the chat: #korthjalpen, or #korthjalpen=a question. */

/** Calls `onAsked` for the address of the page and for every such link that is followed on it. Empty: only open. */
export function followDeepLinks(onAsked: (question: string) => void): void {
  const read = (): void => {
    const found = /^#korthjalpen(?:=(.*))?$/.exec(location.hash);
    if (found === null) return;
    // Gone, so that a reload does not ask again, and the same link can be followed twice.
    history.replaceState(history.state, '', location.pathname + location.search);
    onAsked(decoded(found[1] ?? ''));
  };
  addEventListener('hashchange', read);
  read();
}

/** As it stands where it is no percent-encoding: people write links by hand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
