import { z } from 'zod';

/** With more characters of a second no database takes it. */
const longest = 40;
const utcTime = () =>
  z.iso.datetime({ error: 'must be a time in UTC, as 2026-01-31T12:00:00Z', abort: true }).max(longest, 'is too long');

/** Milliseconds since 1970: before that nothing of an archive happened. */
export const firstOfArchives = Date.UTC(1900, 0, 1);
/** Milliseconds: nothing of an archive is later than so long from now. */
export const aheadOfArchives = 24 * 60 * 60 * 1_000;

/** Whether an archive can have this time, ISO 8601 in UTC: from 1900 to tomorrow. */
export function isOfArchives(time: string): boolean {
  const ms = Date.parse(time);
  return ms >= firstOfArchives && ms <= Date.now() + aheadOfArchives;
}

/** When something of an archive happened, as it is written there: what came in before is known again by that. */
export const archivedTime = () => utcTime().refine(isOfArchives, 'is not between 1900 and tomorrow');

/** From 1970 to the end of 9999, to the millisecond. */
export const momentTime = () =>
  utcTime()
    .refine((time) => Date.parse(time) >= 0, 'is not between 1970 and 9999')
    .transform((time) => new Date(time).toISOString());
