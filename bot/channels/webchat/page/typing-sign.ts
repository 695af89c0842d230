/** The sign that the bot is writing. Web Chat's own is a moving picture in one grey, whatever colours or motion one has asked for. */
import { createElement, type ReactElement } from 'react';

/** Web Chat's typing indicator middleware. `text` is for those who do not see the sign. */
export function showTypingSign(text: string) {
  return () =>
    () =>
    ({ visible }: { readonly visible: boolean }): ReactElement | false =>
      visible &&
      createElement(
        'div',
        { className: 'typing' },
        createElement('span', { className: 'spoken' }, text),
        ...['first', 'second', 'third'].map((key) => createElement('span', { key, className: 'dot', 'aria-hidden': true })),
      );
}
