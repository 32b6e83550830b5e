/** Milliseconds since 1970 as ISO 8601, UTC; undefined outside the years 1000 to 9999. */
export function isoTime(ms: number): string | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? date.toISOString() : undefined;
}

const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/;

/**
 * Converts an ISO 8601 date or time, such as `2019-04-02`, `2019-04-02T08:00`, `2019-04-02T08:00:00.5+02:00`, to UTC;
 * undefined for anything else, and for days that do not exist. Without a zone it is UTC, whatever the machine's zone.
 */
export function parseIsoTime(text: string): string | undefined {
  const [, year = '', month = '', day = '', time = '00:00', zone = 'Z'] = written.exec(text) ?? [];
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day))
    return undefined;
  const offset = zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`);
  return isoTime(Date.parse(`${year}-${month}-${day}T${time.replace(',', '.')}${offset}`));
}
