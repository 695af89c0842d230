/**
 * /widget.js: one script tag puts the chat on a page. It adds a button at once and nothing else: the chat is loaded when
 * it is first opened. Kept below 3 kB compressed (bundle-widget.ts).
 */
import { followDeepLinks } from './deep-link.ts';
import { connectFrame, type Frame } from './frame.ts';
import { type IdentityProvider, identityFrom } from './identity.ts';
import { type Options, optionsOf } from './options.ts';
import type { FromFrame, WidgetLanguage } from './protocol.ts';
import { rememberOpen, wasOpen } from './tab.ts';
import { createView } from './view.ts';

/** `window.Korthjalpen`. */
export interface WidgetApi {
  open(): void;
  close(): void;
  /** Opens the chat and asks. */
  ask(question: string): void;
  /** A JWT, or a function that gets one whenever it is needed. Null: nobody. */
  setIdentity(identity: string | null | IdentityProvider): void;
  setLanguage(language: WidgetLanguage): void;
}

declare global {
  interface Window {
    Korthjalpen?: WidgetApi;
  }
}

function createWidget(options: Options): WidgetApi {
  const { origin, topic, identityUrl } = options;
  const view = createView(options);
  const { root, button, panel, close: closeButton } = view;
  let { language } = options;
  let unread = 0;
  let identity: IdentityProvider = identityUrl === undefined ? () => null : identityFrom(identityUrl);
  let frame: Frame | undefined;
  let opener: Element | null = null;

  const label = (): void => view.label(language, unread);
  const sendIdentity = async (): Promise<void> => {
    const jwt = await Promise.resolve().then(identity).catch(() => null);
    frame?.send({ type: 'identity', jwt });
  };
  const take = (message: FromFrame): void => {
    if (message.type === 'closeRequest') close();
    else if (message.type === 'identityWanted') void sendIdentity();
    else if (message.type === 'unread') {
      unread = message.count;
      label();
    } else if (message.type === 'identityResult') {
      if (message.refused !== null) console.warn('Korthjälpen: identity refused.', message.refused);
      tellPage('identity', message.refused);
    }
  };
  const load = (): Frame => {
    const iframe = view.addFrame(`${origin}/?embedded&lang=${language}&topic=${encodeURIComponent(topic)}`);
    return connectFrame(iframe, origin, take, (state) => view.showFailure(state === 'failed'));
  };
  const open = (isRestored = false): void => {
    if (panel.open) return;
    opener = document.activeElement;
    frame ??= load();
    // A sheet over the whole of a small screen takes the page's place; a panel beside it does not.
    if (isSmall()) panel.showModal();
    else panel.setAttribute('open', '');
    root.classList.add('shown');
    rememberOpen(true);
    if (isRestored) return;
    panel.querySelector('iframe')?.focus();
    frame.send({ type: 'open' });
    tellPage('open');
  };
  const close = (): void => {
    if (!panel.open) return;
    const hadFocus = document.activeElement === root;
    panel.close();
    root.classList.remove('shown');
    rememberOpen(false);
    frame?.send({ type: 'closed' });
    if (hadFocus) focusBack();
    tellPage('closed');
  };
  const focusBack = (): void => {
    // The widget itself, the page, or what has gone since: the button stands for them all.
    button.focus();
    if (opener instanceof HTMLElement && opener !== root && opener !== document.body) opener.focus();
  };

  label();
  button.addEventListener('click', () => open());
  closeButton.addEventListener('click', close);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  const ask = (text: string): void => {
    open();
    if (text.trim() !== '') frame?.send({ type: 'ask', text });
  };
  followDeepLinks(ask);
  if (wasOpen() && !isSmall()) open(true);
  return {
    open: () => open(),
    close,
    ask,
    setIdentity: (given) => {
      identity = typeof given === 'function' ? given : () => given;
      if (frame) void sendIdentity();
    },
    setLanguage: (chosen) => {
      language = chosen;
      label();
      frame?.send({ type: 'setLanguage', language });
    },
  };
}

/** As in widget.css. */
function isSmall(): boolean {
  return matchMedia('(max-width: 30rem), (max-height: 26rem)').matches;
}

function tellPage(type: 'open' | 'closed' | 'identity', refused?: string | null): void {
  document.dispatchEvent(new CustomEvent('korthjalpen', { detail: { type, refused } }));
}

function start(): void {
  // Two tags are one widget.
  window.Korthjalpen ??= createWidget(options);
}

// Known only while the script runs; a module or a tag manager leaves it to be found.
const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
const options = optionsOf(script as HTMLScriptElement);
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
