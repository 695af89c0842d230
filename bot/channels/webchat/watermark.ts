/** A watermark is the sequence number of the last row that the client has, as a string; none, or an empty one, means the beginning. */

/** Returns null when the text is no watermark of ours. */
export function parseWatermark(text: string | null): number | null {
  if (text === null || text === '') return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
