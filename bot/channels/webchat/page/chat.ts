/** Web Chat with this project's look, words and card. */
import type { DirectLine } from 'botframework-directlinejs';
import ReactWebChat from 'botframework-webchat-component';
import { createStore } from 'botframework-webchat-core';
import { createElement, type ReactElement } from 'react';
import { readCardsAloud, showCards } from './card.ts';
import { renderMarkdown } from './markdown.ts';
import { markOutgoing } from './outgoing.ts';
import { chatStrings } from './strings.sv.ts';
import { styleOptions } from './style.ts';
import { showSwedishTime } from './time.ts';
import { showTypingWhileWaiting } from './typing.ts';

export function chatElement(directLine: DirectLine, nonce: string): ReactElement {
  return createElement(ReactWebChat, {
    // For one conversation each: a store keeps its transcript.
    store: createStore({}, showTypingWhileWaiting(), markOutgoing()),
    directLine,
    nonce,
    locale: 'sv-SE',
    overrideLocalizedStrings: chatStrings,
    styleOptions,
    renderMarkdown,
    activityStatusMiddleware: showSwedishTime,
    attachmentMiddleware: showCards,
    attachmentForScreenReaderMiddleware: readCardsAloud,
  });
}
