/**
 * What sequences are counted in: microseconds of the database's clock. A sequence that was given away and lost with the
 * server's last transactions, or with what a backup did not hold, is so never given for something else.
 */
export const microsecondsNow = `(extract(epoch FROM clock_timestamp()) * 1000000)::bigint`;

/** The next sequence of a head, whatever the clock says: `steps` later at least. */
export const nextSequence = (head: string, steps: string): string =>
  `greatest(${head}.sequence + ${steps}, excluded.sequence)`;
