import { Rejection } from '#decider/rejection.js';
import pg from 'pg';

/** The connection was lost while a commit was under way: nobody knows whether it was done. */
export class OutcomeUnknown extends Rejection {
  constructor(cause: unknown) {
    super(
      'OutcomeUnknown',
      { kind: 'try again', afterSeconds: 1 },
      'The database went away meanwhile, and perhaps it was done. Repeat it with the same Idempotency-Key.',
    );
    this.cause = cause;
  }
}

// What the server itself says of a transaction that it may have committed.
const unknownCodes = /^(57P0[1-5]|08...|40003)$/;

// What is said before anything was sent.
const notConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const notConnectedMessages = /trying to connect|due to connection timeout|after calling end on the pool/;

/**
 * The error of a commit, or of a statement that is its own transaction: as it is where it says that nothing was written,
 * else an {@link OutcomeUnknown}.
 */
export function asOutcome(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (error instanceof pg.DatabaseError) return unknownCodes.test(code) ? new OutcomeUnknown(error) : error;
  const wasSent = !notConnected.test(code) && !notConnectedMessages.test(message);
  return error instanceof Error && !(error instanceof TypeError) && wasSent ? new OutcomeUnknown(error) : error;
}
