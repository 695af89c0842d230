/** The page's end of the line to the loader that holds it in a frame (widget/protocol.ts). */
import { type FromFrame, readToFrame, sealed, type ToFrame } from '../widget/protocol.ts';
import { element } from './elements.ts';

export interface LoaderLink {
  /** Says nothing where no loader has spoken yet. */
  readonly tell: (message: FromFrame) => void;
}

export function isFramed(): boolean {
  return window.parent !== window;
}

/** Gives every message of a loader on a trusted origin to `take`, and its Esc to the loader. */
export function linkToLoader(take: (message: ToFrame) => void): LoaderLink {
  const trusted = trustedOrigins();
  let origin: string | null = null;
  const tell = (message: FromFrame): void => {
    if (origin !== null) window.parent.postMessage(sealed(message), origin);
  };
  if (isFramed()) {
    window.addEventListener('message', (event) => {
      if (event.source !== window.parent || !trusted.includes(event.origin)) return;
      const message = readToFrame(event.data);
      if (message === null) return;
      ({ origin } = event);
      if (message.type === 'hello') tell({ type: 'ready' });
      take(message);
    });
    // Bubbling, so that Web Chat's own use of Esc comes first.
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) tell({ type: 'closeRequest' });
    });
  }
  return { tell };
}

/** The origins that the server lets embed the page; its Content-Security-Policy says the same. */
function trustedOrigins(): readonly string[] {
  return [location.origin, ...(element('chat').dataset['hosts'] ?? '').split(' ')];
}
