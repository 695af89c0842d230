/** Gathers marks of the delivery queue: each write waits for the disk, whether it holds one mark or fifty. */
import type { DeliveryMark } from '../../ports.ts';

/**
 * Makes a function that resolves when its mark is written. Marks that come in the same turn of the event loop, or while a
 * write is under way, share the next write; when it fails, all of them do.
 */
export function createMarker(write: (marks: readonly DeliveryMark[]) => Promise<void>): (mark: DeliveryMark) => Promise<void> {
  let gathered: DeliveryMark[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const writeGathered = async (before: Promise<unknown>): Promise<void> => {
    await before.catch(() => undefined);
    await new Promise(setImmediate);
    const marks = gathered;
    gathered = [];
    next = null;
    await write(marks);
  };
  return (mark) => {
    gathered.push(mark);
    next ??= last = writeGathered(last);
    return next;
  };
}
