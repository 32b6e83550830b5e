const hourMs = 3_600_000;

/**
 * A version of an answer that ages though nothing is written: another one each hour, and dated by its beginning where
 * nothing changed later.
 */
export const byTheHour = (version: string, now = Date.now()): string =>
  // Rows without a version stay without one.
  version && `${version}-${Math.floor(now / hourMs) * hourMs * 1_000}`;
