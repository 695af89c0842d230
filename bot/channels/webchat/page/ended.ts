/** The screen of a conversation that has ended: nothing of it is left, and a new one is one press away. */
import { element } from './elements.ts';
import { button } from './warning.ts';
import type { Words } from './words.sv.ts';

export type EndedBy = keyof Words['ended'];

/** Who ended it by hand is taken to what comes next; nobody is torn from what they do because another chat was idle. */
export function showEnded(words: Words, by: EndedBy, onBegin: () => void): void {
  const place = element('ended');
  const text = document.createElement('p');
  text.textContent = `${words.ended[by]} ${words.stillValid}`;
  const begin = button(words.begin, onBegin);
  place.replaceChildren(text, begin);
  if (by === 'visitor') begin.focus();
}
