import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { requireGoodStanding, requireMay } from '#policy/require-may.js';
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
    const { caller, addressRanges } = await this.callers.of(request, rule);
    Object.assign(request, { caller, addressRanges });
    const now = new Date().toISOString();
    requireMay(rule, caller, now);
    for (const { sanctions } of addressRanges) requireGoodStanding(sanctions, now, 'Your address is');
    return true;
  }
}
