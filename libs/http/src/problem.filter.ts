import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { throwError, type Observable } from 'rxjs';
import { ZodError } from 'zod';
import { isAway } from '#postgres/is-away.js';
import { databaseAway, Problem } from './problem.js';
import { currentContext } from './request-context.js';
import { fieldErrors } from './validate.js';

/** Answers every error as a problem document; what is not ours to explain is logged and told as a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> | void {
    // A message handler's error goes to the transport as it was thrown; Nest would keep its message alone.
    if (host.getType() === 'rpc') return throwError(() => error);
    const http = host.switchToHttp();
    sendProblem(http.getResponse<FastifyReply>(), toProblem(error), error, this.log, http.getRequest<FastifyRequest>());
  }
}

export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  error: unknown,
  log: Logger,
  request: FastifyRequest,
): void {
  if (problem.status >= 500 && problem.status !== 503) {
    log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'a request failed');
  }
  if (reply.sent) return;
  const instance = `urn:correlation:${currentContext().correlationId}`;
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem.toJSON(), instance }));
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
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
