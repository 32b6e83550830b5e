import { timeOfClock } from './desk/site-time.js';

const dayMs = 86_400_000;

/** A day of a zone: it begins at `from` and ends before `to`, both ISO 8601 in UTC. */
export interface DayInZone {
  from: string;
  to: string;
  /** `2026-01-31` */
  next: string;
}

/** @param day as `2026-01-30` @param timeZone IANA @returns undefined if there is no such day */
export function dayIn(day: string, timeZone: string): DayInZone | undefined {
  // At the ends of the calendar another day or zone would need a fifth digit, or none.
  if (day < '0001-01-03' || day > '9999-12-29') return undefined;
  const from = timeOfClock(`${day}T00:00`, timeZone);
  if (from === undefined) return undefined;
  const next = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
  const to = timeOfClock(`${next}T00:00`, timeZone);
  return to === undefined ? undefined : { from, to, next };
}
