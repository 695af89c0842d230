/** What the page says of the connection: nothing while it is there, calmly when it has gone, and whom to call when it stays away. */
import type { LineState } from './connection.ts';
import { element, hideProblem, showProblem } from './elements.ts';
import type { Words } from './words.sv.ts';

/** A gap that is over sooner is nobody's business. */
const noticeableMs = 1500;
/** By then the visitor needs another way; sooner where there never was a connection. */
const hopelessMs = { before: 3000, after: 12_000 };
/** How long it is said that the connection is back. */
const backMs = 4000;

export interface Notices {
  readonly show: (state: LineState) => void;
  readonly end: () => void;
}

export function createNotices({ offline, lost, back }: Words): Notices {
  const ended = new AbortController();
  let state: LineState = 'connecting';
  let wasOnline = false;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const later = (action: () => void, milliseconds: number): unknown => timers.push(setTimeout(action, milliseconds));
  const say = (text: string): void => {
    element('notice').textContent = text;
  };
  const sayGone = (): void => say(navigator.onLine ? lost : offline);
  const clear = (): void => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  const wait = (): void => {
    later(sayGone, noticeableMs);
    later(() => {
      say('');
      showProblem('broken');
    }, wasOnline ? hopelessMs.after : hopelessMs.before);
  };
  const sayBack = (): void => {
    wasOnline = true;
    const wasTold = element('notice').textContent !== '' || element('problem').textContent !== '';
    hideProblem();
    say(wasTold ? back : '');
    later(() => say(''), backMs);
  };
  // Told to be offline, one need not wait to notice.
  addEventListener('offline', () => state !== 'expired' && sayGone(), { signal: ended.signal });
  wait();
  return {
    show: (next) => {
      clear();
      state = next;
      if (next === 'online') sayBack();
      else if (next === 'lost') wait();
      else {
        say('');
        showProblem('expired');
      }
    },
    end: () => {
      ended.abort();
      clear();
      say('');
      hideProblem();
    },
  };
}
