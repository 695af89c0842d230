/**
 * The widget's own elements, in a shadow root so that neither page's styles reach the other. The style is a constructed
 * sheet, which no Content-Security-Policy of a host page forbids (CSSOM; unlike style elements and attributes).
 */
import { inkOn, type Options } from './options.ts';
import type { WidgetLanguage } from './protocol.ts';
import css from './widget.css';
import { en } from './words.en.ts';
import { sv } from './words.sv.ts';

export interface View {
  /** The element on the host page. */
  readonly root: HTMLElement;
  readonly button: HTMLElement;
  readonly panel: HTMLDialogElement;
  readonly close: HTMLElement;
  /** Shows the words of a language, and how many answers wait. */
  label(language: WidgetLanguage, unread: number): void;
  /** Puts the chat in the panel. */
  addFrame(src: string): HTMLIFrameElement;
  /** In place of the chat: that it cannot be shown, and where else it is. */
  showFailure(isFailed: boolean): void;
}

export function createView({ origin, position, colour, label, title }: Options): View {
  const root = document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css}:host{--colour:${colour};--ink:${inkOn(colour)}}`);
  shadow.adoptedStyleSheets = [sheet];
  root.id = 'korthjalpen';
  root.className = position;
  const button = make('button', shadow);
  const name = make('span', button);
  const badge = make('b', button);
  const status = make('p', shadow);
  const panel = make('dialog', shadow);
  const bar = make('header', panel);
  const heading = make('b', bar);
  const close = make('button', bar);
  const failure = make('div', panel);
  const failed = make('p', failure);
  const elsewhere = make('a', failure);
  let frame: HTMLIFrameElement | undefined;
  badge.ariaHidden = 'true';
  status.role = 'status';
  failure.role = 'alert';
  failure.hidden = true;
  elsewhere.href = origin;
  elsewhere.target = '_blank';
  document.body.append(root);
  return {
    root,
    button,
    panel,
    close,
    label: (language, unread) => {
      const words = language === 'en' ? en : sv;
      root.lang = language;
      name.textContent = label ?? words.label;
      heading.textContent = panel.ariaLabel = title;
      close.textContent = words.close;
      failed.textContent = words.failed;
      elsewhere.textContent = words.elsewhere;
      badge.textContent = unread > 0 ? `${unread}` : '';
      status.textContent = unread > 0 ? `${words.unread}: ${unread}` : '';
    },
    addFrame: (src) => {
      frame = make('iframe', panel);
      frame.title = heading.textContent;
      frame.src = src;
      return frame;
    },
    showFailure: (isFailed) => {
      failure.hidden = !isFailed;
      if (frame) frame.hidden = isFailed;
    },
  };
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, parent: Node): HTMLElementTagNameMap[Tag] {
  return parent.appendChild(document.createElement(tag));
}
