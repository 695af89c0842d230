/** What this tab remembers of the widget from one page of the site to the next: whether it is open. */
const key = 'korthjalpen';

// Storage may be blocked; the widget then begins closed on each page.
export function rememberOpen(isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(key, 'open');
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}

export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
