/** ISO 8601 durations of fixed length, as the automation contract's `advance` uses them. */
import * as z from 'zod';

const SECOND = 1000;
const UNITS = [7 * 24 * 3600 * SECOND, 24 * 3600 * SECOND, 3600 * SECOND, 60 * SECOND, SECOND];
const PATTERN = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of "PT90S", "P1DT2H", "P2W". Years and months have no fixed length and are refused. */
export const duration = z.string().transform((text, context): number => {
  const match = PATTERN.exec(text);
  if (match === null) {
    context.addIssue({ code: 'custom', message: `"${text}" is not a duration of weeks, days, hours, minutes and seconds, such as PT30M or P1DT2H` });
    return z.NEVER;
  }
  return UNITS.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0);
});
