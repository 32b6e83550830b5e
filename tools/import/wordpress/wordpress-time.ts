import { isoTime } from '../iso-time.js';

/** `2014-01-14 17:31:03` as milliseconds; NaN for an invalid time, such as WordPress's own `0000-00-00 00:00:00`. */
function wordpressMs(text = ''): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(text.trim())?.slice(1).map(Number);
  if (!parts) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? ms : Number.NaN;
}

/** The first valid time as ISO 8601: in UTC, as RFC 822 with its zone, or local, which is taken for UTC. */
export function wordpressTime(utc?: string, rfc822?: string, local?: string): string | undefined {
  const dated = rfc822 !== undefined && /\d{4}.*\d\d:\d\d/.test(rfc822) ? Date.parse(rfc822) : Number.NaN;
  return isoTime(wordpressMs(utc)) ?? isoTime(dated) ?? isoTime(wordpressMs(local));
}

/** The offset of local time from UTC, `+02:00`; undefined if either is missing, or they are days apart. */
export function utcOffset(utc?: string, local?: string): string | undefined {
  const minutes = Math.round((wordpressMs(local) - wordpressMs(utc)) / 60_000);
  if (Number.isNaN(minutes) || Math.abs(minutes) > 14 * 60) return undefined;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
