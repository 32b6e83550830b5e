import { activityKeptMinutes } from '#read-models/shown/activity-kept-minutes.js';

/** Microseconds for which one can resume, as sequences count. */
export const resumableFor = activityKeptMinutes * 60_000_000;

/** Streams that one address may have open. */
export const maxStreamsOfAddress = 200;

/** Streams of a gateway. */
export const maxStreams = 6_000;

/** Seconds after which to try again where there is no room. */
export const retryFullSeconds = 30;

/** Milliseconds after which a stream is closed, and its client connects anew. */
export const streamMs = 1_800_000;

/** The same for a person's own: their token is checked anew each time. */
export const ownStreamMs = 300_000;

/** Milliseconds without an event after which a comment line keeps the connection open. */
export const heartbeatMs = 20_000;

/** Milliseconds in which a reader must take what was written. */
export const slowReaderMs = 10_000;

/** Bytes that may wait for a reader. */
export const maxBytesBehind = 32_768;

/** Events of one article, or of all replies, that are read and written at once. */
export const eventsAtOnce = 100;

/** Events that a client may have missed; beyond it is told to load anew. */
export const maxMissed = 200;

/** Events that are written to one reader in one turn of the process. */
export const eventsInOneTurn = 50;

/** Pages of replies that one look reads at most; the next goes on. */
export const repliesPagesAtOnce = 10;

/** People whose missed replies are read at the same time. */
export const catchUpsAtOnce = 4;

/** Microseconds behind now from which replies are not looked for together with those to others. */
export const maxBehind = 60_000_000;

/** Milliseconds between two looks at what is new, if a notification comes. */
export const restMs = 200;

/** Milliseconds after which it is looked without one. */
export const backstopMs = 2_000;

/**
 * Microseconds that a transaction may take from its sequences to its commit. Across articles a later sequence may be
 * visible before an earlier one: so long it is looked for once more.
 */
export const overlap = 10_000_000;
