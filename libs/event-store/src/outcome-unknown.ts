import { Rejection } from '#decider/rejection.js';
import pg from 'pg';

/** The connection was lost during a commit: it is unknown whether the transaction was committed. */
export class OutcomeUnknown extends Rejection {
  constructor(cause: unknown) {
    super(
      'OutcomeUnknown',
      { kind: 'try again', afterSeconds: 1 },
      'The connection to the database was lost, and perhaps the command was done. Repeat it with the same Idempotency-Key.',
    );
    this.cause = cause;
  }
}

// SQLSTATEs after which the server may have committed the transaction.
const unknownCodes = /^(57P0[1-5]|08...|40003)$/;

// Errors from before anything was sent.
const notConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const notConnectedMessages = /trying to connect|due to connection timeout|after calling end on the pool/;

/**
 * Maps the error of a commit, or of a statement that is its own transaction. Returns it unchanged if it shows that nothing
 * was written, else an {@link OutcomeUnknown}.
 */
export function asOutcome(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (error instanceof pg.DatabaseError) return unknownCodes.test(code) ? new OutcomeUnknown(error) : error;
  const wasSent = !notConnected.test(code) && !notConnectedMessages.test(message);
  return error instanceof Error && !(error instanceof TypeError) && wasSent ? new OutcomeUnknown(error) : error;
}
