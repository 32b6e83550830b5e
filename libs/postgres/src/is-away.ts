/**
 * SQLSTATEs of a database that cannot do its work now, whatever the input.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const awayCodes = new RegExp(
  `^(${[
    '08...', // connection exceptions
    '0A000', // a plan of this connection is older than its table: another connection has none
    '25006', // read-only: a standby, or a primary that became one
    '25P0[34]', // a transaction that was open or idle too long
    '26000', // a prepared statement that this connection does not have
    '28...', // signing in is refused
    '3D000', // the database is not there yet
    '40001', // serialisation
    '40003', // whether the statement was completed is unknown
    '40P01', // deadlock
    '42501', // not permitted yet
    '53...', // disk full, out of memory, too many connections
    '55P03', // a lock was not to be had in time
    '57...', // cancelled, shutting down, starting up
    '58...', // the system's own faults: input and output
  ].join('|')})$`,
);

/** SQLSTATEs of a database that is not migrated yet: no such schema, table or column. */
const notBuiltCodes = /^(3F000|42P01|42703)$/;

const lostCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EMFILE', 'ENFILE'],
  ...['ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'],
]);

/** Messages of pg, its pool and withTimeout() that come without a code. */
const lostMessages = new RegExp(
  [
    '^Connection terminated',
    '^Connection ended',
    '^timeout expired$',
    '^timeout exceeded when trying to connect$',
    '^Query read timeout$',
    'and is not queryable$',
    '^Cannot use a pool after calling end on the pool$',
    '^waited \\d+ ms for ',
  ].join('|'),
);

const deepest = 5;

/**
 * Whether an error says that a database is away, or busy, or not in a state to answer: the same work can succeed later, and
 * its input is not at fault. The product has only this list. `cause` is searched too.
 */
export function isAway(error: unknown): boolean {
  return chainOf(error).some(
    ({ code, message }) => awayCodes.test(code) || lostCodes.has(code) || (code === '' && lostMessages.test(message)),
  );
}

/** Whether an error says that the database is not migrated yet: it counts as away for callers that can wait for it. */
export function isNotBuilt(error: unknown): boolean {
  return chainOf(error).some(({ code }) => notBuiltCodes.test(code));
}

/** By its shape: an error of another realm, such as a worker or a test, is no `instanceof Error`. */
function chainOf(error: unknown): { code: string; message: string }[] {
  const chain: { code: string; message: string }[] = [];
  for (let each = error; isError(each) && chain.length < deepest; each = each.cause) {
    chain.push({ code: typeof each.code === 'string' ? each.code : '', message: each.message });
  }
  return chain;
}

const isError = (error: unknown): error is { message: string; code?: unknown; cause?: unknown } =>
  typeof error === 'object' && error !== null && typeof (error as { message?: unknown }).message === 'string';
