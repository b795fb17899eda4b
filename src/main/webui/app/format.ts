import { texts } from '../texts.ts';

/** An amount of money: the amount is a decimal, which a number of JavaScript's would round. */
export interface Money {
  readonly amount: `${number}`;
  readonly currency: string;
}

const LOCALE = 'en-GB';
const CENTS = 2;
const DAY_SECONDS = 86_400;

const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });
// A day by itself is the same day in every zone.
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const count = new Intl.NumberFormat(LOCALE);

/** The zone in which times are shown and days are counted. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment in the person's own zone: 5 Jan 2026, 09:00:00. */
export function time(instant: string): string {
  return moment.format(new Date(instant));
}

/** A day of the year: 5 Jan. */
export function shortDay(day: string): string {
  return dayOfYear.format(new Date(day));
}

/** A day: 5 Jan 2026. */
export function day(isoDay: string): string {
  return date.format(new Date(isoDay));
}

/** How long ago a moment was: 5 minutes ago. */
export function since(instant: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) {
    return texts.now;
  }
  if (size < 3_600) {
    return ago.format(Math.round(seconds / 60), 'minute');
  }
  return size < DAY_SECONDS
    ? ago.format(Math.round(seconds / 3_600), 'hour')
    : ago.format(Math.round(seconds / DAY_SECONDS), 'day');
}

export function number(value: number): string {
  return count.format(value);
}

/** An amount of money, which stays on one line with its currency: 1,299.90 USD. */
export function money({ amount, currency }: Money): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: Math.min(decimals, CENTS), maximumFractionDigits: decimals };
  return `${new Intl.NumberFormat(LOCALE, digits).format(amount)}\u00a0${currency}`;
}

/** A length of time: 250 ms, 3.2 s, 4 min. */
export function duration(millis: number): string {
  if (millis < 1_000) {
    return `${Math.round(millis)} ms`;
  }
  return millis < 60_000 ? `${(millis / 1_000).toFixed(1)} s` : `${Math.round(millis / 60_000)} min`;
}

/** The size of a file: 512 B, 3.4 kB, 61.2 MB. */
export function size(bytes: number): string {
  if (bytes < 1_000) {
    return `${bytes} B`;
  }
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
