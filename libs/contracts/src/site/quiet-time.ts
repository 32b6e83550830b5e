import { z } from 'zod';

/** A time of day, as 23:30. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 23:30');

/** When nobody but the staff posts, in the site's time zone; it may pass midnight. */
export interface QuietTime {
  from: string;
  until: string;
  timeZone: string;
}

export interface SaidOfQuiet {
  quietFrom: string | null | undefined;
  quietUntil: string | null | undefined;
  timeZone: string | null | undefined;
}

/** Undefined if there is none: an end is not said, or both are the same. */
export function quietTime({ quietFrom: from, quietUntil: until, timeZone }: SaidOfQuiet): QuietTime | undefined {
  if (from == null || until == null || from === until) return undefined;
  return { from, until, timeZone: timeZone ?? 'UTC' };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  // A site changes its zone seldom.
  if (clocks.size > 20) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * Whether it is quiet time. The clock on the wall counts: where it is put back, an hour may be quiet twice, and where it
 * is put forward, what is left out is not. @param at ISO 8601
 */
export function isQuiet({ from, until, timeZone }: QuietTime, at: string): boolean {
  const now = clockIn(timeZone).format(new Date(at));
  return from < until ? now >= from && now < until : now >= from || now < until;
}

/** The detail of the refusal. */
export const quietSentence = ({ until, timeZone }: QuietTime): string =>
  `It is quiet time: comments are taken again at ${until} (${timeZone}).`;
