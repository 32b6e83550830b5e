import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';
import type { Caller } from '#identity/caller.js';

export interface AskingRequest extends FastifyRequest {
  /** The caller that the policy admitted; undefined for a stranger. */
  caller: Caller | undefined;
  /** The sanctions against the request's address, if the route requires good standing. */
  addressRanges: RangeOfAddress[];
  /** Whether a sign-in was refused for its missing code alone. */
  lacksCode?: boolean;
}

const callerOf = (context: ExecutionContext) => context.switchToHttp().getRequest<AskingRequest>().caller;

/** The caller, on a route that does not admit strangers. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context);
  if (!caller) throw new Error('the policy lets strangers use this route');
  return caller;
});

/** The caller, on a route for everybody; undefined for a stranger. */
export const ViewedBy = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));
