/** Dates and times written as bare digits: 20261124, 261124, 1630. */
import { within } from './digits.ts';

const YEAR_MS = 366 * 24 * 60 * 60_000;

/** Whether digits read as a date no more than a year away. A random code of six digits does so once in a thousand times. */
export function readsAsNearDate(digits: string, at: Date | null): boolean {
  if (at === null || !/^(?:20)?\d{6}$/.test(digits)) return false;
  const [year, month, day] = [digits.slice(-6, -4), digits.slice(-4, -2), digits.slice(-2)];
  if (!within(month, 1, 12) || !within(day, 1, 31)) return false;
  return Math.abs(Date.parse(`20${year}-${month}-${day}T12:00:00Z`) - at.getTime()) <= YEAR_MS;
}

/** Whether digits read as a time of day, or as two full hours ("16-18"). */
export function readsAsTime(digits: string): boolean {
  return /^\d{4}$/.test(digits) && within(digits.slice(0, 2), 0, 23) && within(digits.slice(2), 0, 59);
}

/** "jag fick min pin 2019". */
export function readsAsYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}
