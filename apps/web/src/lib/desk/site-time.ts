const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** A time as a clock in a zone shows it, `2026-01-31T18:30`, as browsers have it in a field. @param at ISO 8601 */
export function clockTime(at: string, timeZone: string): string {
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(at)).replace(' ', 'T');
}

/**
 * When a clock in a zone shows a time. Where it shows it twice, the first; where it never does, as when summer time begins, as
 * much later as the clock was put on. @param shown as `2026-01-31T18:30` @returns ISO 8601 in UTC; undefined: it is none
 */
export function timeOfClock(shown: string, timeZone: string): string | undefined {
  const wanted = format.test(shown) ? Date.parse(`${shown}Z`) : NaN;
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 16) !== shown) return undefined;
  const aheadAt = (ms: number) => Date.parse(`${clockTime(new Date(ms).toISOString(), timeZone)}Z`) - ms;
  // What the clock was ahead of UTC a day before and after: one of them it is ahead then.
  const day = 86_400_000;
  const [before, after] = [aheadAt(wanted - day), aheadAt(wanted + day)];
  const fits = [before, after].find((ahead) => aheadAt(wanted - ahead) === ahead);
  return new Date(wanted - (fits ?? before)).toISOString();
}
