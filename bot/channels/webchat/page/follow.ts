/**
 * Keeps the newest message in view; of an answer that is longer than the view, its beginning. Web Chat scrolls by itself
 * (autoScrollSnapOnPage), but lets go when a message and its choices change the transcript's size while it scrolls: it
 * takes the jump for the reader's own, and the answer stays below the edge.
 */

/** Longer than Web Chat's own scrolling pauses, so that the two do not pull at once. */
const calmMs = 300;
/** A scroll within this time of a wheel, a finger or a key is the reader's. */
const touchMs = 400;
const nearEndPx = 2;
const touches = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Watches the transcript inside `chat`. Returns what ends it. */
export function followNewest(chat: HTMLElement): () => void {
  const follower = createFollower(() => chat.querySelector<HTMLElement>('.webchat__basic-transcript__scrollable'));
  const ended = new AbortController();
  // Captured: scroll events do not bubble.
  const options = { capture: true, passive: true, signal: ended.signal };
  for (const name of touches) chat.addEventListener(name, follower.touched, options);
  chat.addEventListener('scroll', follower.scrolled, options);
  const changes = new MutationObserver(follower.changed);
  changes.observe(chat, { childList: true, subtree: true });
  const sizes = new ResizeObserver(follower.changed);
  sizes.observe(chat);
  return () => {
    ended.abort();
    changes.disconnect();
    sizes.disconnect();
    follower.end();
  };
}

interface Follower {
  readonly touched: (event: Event) => void;
  readonly scrolled: () => void;
  readonly changed: () => void;
  readonly end: () => void;
}

function createFollower(findTranscript: () => HTMLElement | null): Follower {
  let follows = true;
  let touchedAt = -Infinity;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let newest: Element | undefined;
  let known = new Set<Element>();
  const settle = (): void => {
    const transcript = findTranscript();
    if (transcript === null) return;
    const messages = [...transcript.querySelectorAll('.webchat__basic-transcript__activity')];
    newest = answerIn(messages.filter((message) => !known.has(message))) ?? newest;
    known = new Set(messages);
    const place = restingPlace(transcript, newest);
    if (isAtEnd(transcript) || Math.abs(transcript.scrollTop - place) <= nearEndPx) follows = true;
    if (follows) transcript.scrollTop = place;
  };
  const changed = (): void => {
    clearTimeout(calm);
    calm = setTimeout(settle, calmMs);
  };
  return {
    touched: (event) => {
      if (isReading(event, findTranscript())) {
        touchedAt = event.timeStamp;
        // Said plainly; a busy computer may be slow to scroll.
        if (event instanceof WheelEvent && event.deltaY < 0) follows = false;
      } else if (isAnswering(event)) {
        follows = true;
        touchedAt = -Infinity;
      }
    },
    scrolled: () => {
      if (performance.now() - touchedAt < touchMs) follows = false;
      changed();
    },
    changed,
    end: () => clearTimeout(calm),
  };
}

/** The first of the bot's messages that came after the visitor's last. */
function answerIn(messages: readonly Element[]): Element | undefined {
  const own = messages.findLastIndex((message) => message.querySelector('.webchat__stacked-layout--from-user') !== null);
  return messages[own + 1];
}

/** The end, unless that would hide where the answer begins. */
function restingPlace(transcript: HTMLElement, answer: Element | undefined): number {
  const end = transcript.scrollHeight - transcript.clientHeight;
  if (answer?.isConnected !== true) return end;
  return Math.min(end, transcript.scrollTop + answer.getBoundingClientRect().top - transcript.getBoundingClientRect().top);
}

function isAtEnd({ scrollHeight, clientHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop <= nearEndPx;
}

/** Tab, too, moves the view: to what it leads to. */
function isReading(event: Event, transcript: HTMLElement | null): boolean {
  return (event instanceof KeyboardEvent && event.key === 'Tab') || (event.target instanceof Node && transcript?.contains(event.target) === true);
}

/** Who sends or chooses something wants to see what comes of it. */
function isAnswering(event: Event): boolean {
  return event.type === 'pointerdown' || (event instanceof KeyboardEvent && event.key === 'Enter');
}
