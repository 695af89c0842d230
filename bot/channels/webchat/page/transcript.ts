/** The conversation as a text file to keep: as the bot's own log has it, so with codes and personnummer already masked. */
import type { Activity } from 'botframework-directlinejs';
import type { Observable } from 'rxjs/Observable';
import { plainText } from './plain-text.ts';
import type { Words } from './words.sv.ts';

export interface Transcript {
  /** Saves what has been said so far. */
  readonly save: () => void;
  readonly end: () => void;
}

export function keepTranscript(activity$: Observable<Activity>, words: Words, locale: string): Transcript {
  // By id: a new socket may bring a message again.
  const messages = new Map<string, Activity>();
  const listening = activity$.subscribe((activity) => {
    if (activity.type === 'message' && activity.id !== undefined) messages.set(activity.id, activity);
  });
  return {
    save: () => {
      const at = new Date();
      download(fileName(words.transcript.fileName, at), textFile([...messages.values()], words, locale, at));
    },
    end: () => listening.unsubscribe(),
  };
}

/** UTF-8 with a byte order mark, without which older Windows programs garble å, ä and ö; lines end as Windows has them. */
function textFile(messages: Activity[], { transcript }: Words, locale: string, at: Date): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const entries = messages
    .sort((one, other) => sequence(one) - sequence(other))
    .map((message) => {
      const who = message.from?.role === 'user' ? transcript.you : transcript.bot;
      return `${time.format(new Date(message.timestamp ?? at))}  ${who}:\n${said(message)}`;
    });
  const name = messages.find(({ from }) => from?.role === 'bot')?.from?.name ?? transcript.bot;
  return `\uFEFF${[`${transcript.title(name)}\n${transcript.saved(time.format(at))}`, ...entries].join('\n\n')}\n`.replaceAll('\n', '\r\n');
}

function said({ text = '', textFormat, summary }: Activity): string {
  const body = textFormat === 'markdown' ? plainText(text) : text;
  return summary === undefined ? body : `${body}\n\n${plainText(summary)}`;
}

function sequence({ channelData }: Activity): number {
  return Number(channelData?.['webchat:sequence-id'] ?? Infinity);
}

function fileName(name: string, at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return `${name}-${local.slice(0, 10)}-${local.slice(11, 16).replace(':', '')}.txt`;
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  // Not at once: the browser has yet to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
