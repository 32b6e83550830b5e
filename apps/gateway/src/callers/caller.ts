import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';
import type { Caller } from '#identity/caller.js';

export interface AskingRequest extends FastifyRequest {
  /** Whom the policy let pass; undefined for a stranger. */
  caller: Caller | undefined;
  /** What was said against the address it is from, where the route asks for good standing. */
  addressRanges: RangeOfAddress[];
}

const callerOf = (context: ExecutionContext) => context.switchToHttp().getRequest<AskingRequest>().caller;

/** Who asks, on a route for those who are known. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context);
  if (!caller) throw new Error('the policy lets strangers use this route');
  return caller;
});

/** Who asks, on a route for everybody; undefined for a stranger. */
export const ViewedBy = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));
