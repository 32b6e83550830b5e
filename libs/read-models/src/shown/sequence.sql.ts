/**
 * Sequences are microseconds of the database's clock. So a sequence that was assigned and then lost, with the server's
 * last transactions or because a backup lacked it, is never assigned again.
 */
export const microsecondsNow = `(extract(epoch FROM clock_timestamp()) * 1000000)::bigint`;

/** The next sequence of a head: at least `steps` later, whatever the clock says. */
export const nextSequence = (head: string, steps: string): string =>
  `greatest(${head}.sequence + ${steps}, excluded.sequence)`;
