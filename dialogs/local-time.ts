/** Times as people in Skåne read them, and days as they count them. */
import type { Language } from './dialog.ts';

const timeZone = 'Europe/Stockholm';
// The Swedish locale writes a date as ISO 8601 does: 2026-11-24.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
const date = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }),
};

/** The calendar day in Skåne at this moment, as YYYY-MM-DD. */
export function localDay(at: Date): string {
  return isoDay.format(at);
}

/** The hour of the day in Skåne, 0 to 23. */
export function localHour(at: Date): number {
  return Number(clock.format(at).slice(0, 2));
}

/** The day `days` later (earlier when negative). `day` is YYYY-MM-DD. */
export function shiftDay(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday, as weeks run in Sweden. `day` is YYYY-MM-DD. */
export function weekday(day: string): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}

/** "kl. 14.05" today, "24 november kl. 14.05" on another day than `now`. */
export function momentInWords(at: Date, now: Date, language: Language): string {
  const time = language === 'sv' ? `kl. ${clock.format(at).replace(':', '.')}` : `at ${clock.format(at)}`;
  return localDay(at) === localDay(now) ? time : `${date[language].format(at)} ${time}`;
}

/** "24 november". `day` is YYYY-MM-DD. */
export function dayInWords(day: string, language: Language): string {
  return date[language].format(new Date(`${day}T12:00:00Z`));
}
