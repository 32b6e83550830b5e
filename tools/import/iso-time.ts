/** Milliseconds since 1970 as ISO 8601, UTC; undefined for what is no time of the years 1000 to 9999. */
export function isoTime(ms: number): string | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? date.toISOString() : undefined;
}
