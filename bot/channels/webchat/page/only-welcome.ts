/**
 * Whoever switches language before they have said anything gets a new conversation: its welcome is in the other language.
 * Later the conversation goes on, and the bot answers in the language that it is written to.
 */
import type { Activity } from 'botframework-directlinejs';
import type { Observable } from 'rxjs/Observable';
import type { Language } from './message-language.ts';
import { forget, keep, recall } from './storage.ts';

const storageKey = 'etjanstekort-only-welcome';

/** Whether the tab's conversation has but a welcome, in another language than this. */
export function hasOtherWelcome(language: Language): boolean {
  return ![null, language].includes(recall(storageKey) as Language | null);
}

export function noteWelcome(language: Language): void {
  keep(storageKey, language);
}

export function noteWords(activity$: Observable<Activity>): void {
  activity$.subscribe(({ from }) => from?.role === 'user' && forget(storageKey));
}
