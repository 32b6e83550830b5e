import { HttpException } from '@nestjs/common';
import { Rejection } from '#decider/rejection.js';
import { isAway } from '#postgres/is-away.js';
import { ZodError } from 'zod';
import { databaseAway, Problem } from './problem.js';
import { rejectionProblem } from './rejection-problem.js';
import { fieldErrors } from './validate.js';

/** The problem document of an error; a bare 500 for an unexpected one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return rejectionProblem(error);
  if (error instanceof ZodError) {
    return new Problem(422, { detail: 'Some fields cannot be taken as they are.', errors: fieldErrors(error) });
  }
  if (isAway(error)) return databaseAway();
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  if (status === 404) return new Problem(404, { detail: 'There is no such route.' });
  if (status === 413) return new Problem(413, { detail: 'The body is too large.' });
  if (status === 415) return new Problem(415, { detail: 'Send JSON, with Content-Type: application/json.' });
  if (status >= 400 && status < 500) return new Problem(status, { detail: detailOf(status) });
  return new Problem(500);
}

const detailOf = (status: number) =>
  status === 400 ? 'The body is not well-formed JSON.' : 'The request is not understood.';
