import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AskingRequest } from '../callers/caller.js';

/** A request and its reply, for routes that set headers or the status themselves. */
export interface Exchange {
  request: AskingRequest;
  reply: FastifyReply;
}

/** Injects the {@link Exchange}. Nest still sends what the route returns, as with `@Res({ passthrough: true })`. */
export const InExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest(), reply: http.getResponse() };
});
