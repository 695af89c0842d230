/** What stands around a message in the transcript: which of its choices was taken, the day that begins after it, its language. */
import type { ChatActivity } from 'botframework-webchat-core';
import { createElement, type ReactElement } from 'react';
import { languageOfText, type Language } from './message-language.ts';

interface MessageArguments {
  readonly activity: ChatActivity;
  readonly nextVisibleActivity?: ChatActivity;
}

/** Choices of every question, which need not be seen again unless they were taken. */
const always: ReadonlySet<string> = new Set(['back', 'cancel', 'person']);

type Render = (...args: readonly unknown[]) => unknown;
type Next = (args: MessageArguments) => Render | false;

/** Web Chat's activity middleware, for a page in that language, with dates in that locale. */
export function showAround(language: Language, locale: string) {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  return () =>
    (next: Next) =>
    (args: MessageArguments): Render | false => {
      const render = next(args);
      if (render === false) return false;
      const { activity, nextVisibleActivity: later } = args;
      const other = languageOfText(activity.text ?? '');
      return (...rest) =>
        createElement('div', other !== null && other !== language ? { lang: other } : null, render(...rest) as ReactElement, takenChoice(activity, later), newDay(activity, later, day));
    };
}

/**
 * The choices of a question that was answered with one of them, now without effect. Not for screen readers: the answer
 * itself follows as a message.
 */
function takenChoice({ suggestedActions }: ChatActivity, later: ChatActivity | undefined): ReactElement | null {
  const choices = suggestedActions?.actions ?? [];
  if (later?.from.role !== 'user' || !choices.some(({ displayText }) => displayText === later.text)) return null;
  const shown = choices.filter(({ displayText, value }) => displayText === later.text || !always.has(value.choice));
  const items = shown.map(({ title, displayText }) => createElement('li', displayText === later.text ? { className: 'taken' } : null, title));
  return createElement('ul', { className: 'choices', 'aria-hidden': true }, ...items);
}

function newDay({ timestamp }: ChatActivity, later: ChatActivity | undefined, day: Intl.DateTimeFormat): ReactElement | null {
  if (timestamp === undefined || later?.timestamp === undefined) return null;
  const [before, after] = [timestamp, later.timestamp].map((at) => day.format(new Date(at)));
  return before === after || after === undefined ? null : createElement('p', { className: 'day' }, after);
}
