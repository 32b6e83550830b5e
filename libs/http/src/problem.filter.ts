import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { currentContext } from './request-context.js';

/** Answers every error with a problem document. An unexpected error is logged, and its answer is a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getResponse<FastifyReply>(), problemOf(error), error, this.log, http.getRequest<FastifyRequest>());
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
