import { Rejection } from '#decider/rejection.js';

// Unique violation, deadlock.
const twinCodes = /^(23505|40P01)$/;

/** Another transaction took what this one wanted to reserve while both ran. */
export class TakenMeanwhile extends Rejection {
  constructor(cause: unknown) {
    const refusal = { kind: 'try again' as const, afterSeconds: 1 };
    super('TakenMeanwhile', refusal, 'Somebody did the same at this moment. Send it again.');
    this.cause = cause;
  }
}

/** Maps the error of a transaction: a {@link TakenMeanwhile} where another was quicker, else the error unchanged. */
export function asTaken(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  return twinCodes.test(code) ? new TakenMeanwhile(error) : error;
}
