import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { requireMay } from '#policy/require-may.js';
import { forbidden } from '#service/problem.js';
import type { AskingRequest } from './caller.js';
import { Callers, ruleFor } from './callers.js';

/** Lets pass whom the policy lets pass, before anything else of the request is looked at. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(@Inject(Callers) private readonly callers: Callers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskingRequest>();
    const rule = ruleFor(request);
    if (!rule) throw forbidden('Nobody may do this: the policy has no row for it.');
    request.caller = await this.callers.of(request);
    requireMay(rule, request.caller);
    return true;
  }
}
