/** What is asked without being typed: by the page's own address, or by the page that holds it in a frame. */
import type { Activity } from 'botframework-directlinejs';
import { element } from './elements.ts';

export function question(text: string): Activity {
  return { type: 'message', text, channelData: { clientActivityID: randomId() } };
}

/** What ?q= asks, once: a reload must not ask it again. */
export function questionsOfAddress(): Activity[] {
  const address = new URL(location.href);
  const text = address.searchParams.get('q')?.trim() ?? '';
  if (text === '') return [];
  address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
  return [question(text)];
}

/** The topic of the address, as the server knows it: as if its button had been pressed. Null where there is none. */
export function greetingTopic(): Activity | null {
  const { topic, topicLabel = '' } = element('chat').dataset;
  if (topic === undefined) return null;
  const channelData = { clientActivityID: randomId(), messageBack: { displayText: topicLabel } };
  return { type: 'message', text: topicLabel, value: { choice: `intent:${topic}` }, channelData };
}

// Not crypto.randomUUID, which a page over plain http lacks.
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
