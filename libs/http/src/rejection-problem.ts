import type { Rejection } from '#decider/rejection.js';
import { conflict, forbidden, notFound, Problem, unauthorized, unavailable, unprocessable } from './problem.js';

/** The problem document of a rejection. */
export function rejectionProblem({ refusal, message }: Rejection): Problem {
  switch (refusal.kind) {
    case 'not found':
      return notFound(refusal.what);
    case 'forbidden':
      return forbidden(message, refusal.what);
    case 'not signed in':
      return unauthorized(refusal.what);
    case 'conflict':
      return conflict(message, refusal.fields);
    case 'invalid':
      return unprocessable(refusal.fields);
    case 'changed meanwhile':
      return new Problem(412, { detail: message, more: { changes: refusal.changes } });
    case 'too large':
      return new Problem(413, { detail: 'This is too large to be kept.' });
    case 'too often': {
      const seconds = Math.max(1, Math.ceil((Date.parse(refusal.until) - Date.now()) / 1_000));
      return new Problem(429, {
        detail: message,
        ...(refusal.fields && { errors: refusal.fields }),
        headers: { 'Retry-After': String(seconds) },
      });
    }
    case 'try again':
      return unavailable(message, refusal.afterSeconds);
  }
}
