/** Web Chat with this project's look, words and card. */
import ReactWebChat from 'botframework-webchat-component';
import { createStore } from 'botframework-webchat-core';
import { createElement, type ReactElement } from 'react';
import { showAround } from './around.ts';
import { readCardsAloud, showCards } from './card.ts';
import { tongues } from './language.ts';
import { renderMarkdown } from './markdown.ts';
import type { Language } from './message-language.ts';
import { markOutgoing } from './outgoing.ts';
import { styleOptions } from './style.ts';
import { showTime } from './time.ts';
import { showTypingSign } from './typing-sign.ts';
import { showTypingWhileWaiting } from './typing.ts';

/** `client`: what Web Chat takes for a Direct Line client. */
export function chatElement(client: object, nonce: string, language: Language): ReactElement {
  const { words, chatLocale, chatStrings, timeLocale } = tongues[language];
  return createElement(ReactWebChat, {
    // For one conversation each: a store keeps its transcript.
    store: createStore({}, showTypingWhileWaiting(), markOutgoing()),
    directLine: client,
    nonce,
    locale: chatLocale,
    overrideLocalizedStrings: chatStrings,
    styleOptions,
    renderMarkdown,
    activityMiddleware: showAround(language, timeLocale),
    activityStatusMiddleware: showTime(timeLocale),
    typingIndicatorMiddleware: showTypingSign(words.typing),
    attachmentMiddleware: showCards,
    attachmentForScreenReaderMiddleware: readCardsAloud,
  });
}
