import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { policy } from '#policy/policy.js';
import { requireGoodStanding, requireMay } from '#policy/require-may.js';
import type { Rule } from '#policy/rule.js';
import { forbidden } from '#service/problem.js';
import { TokenVerifier } from '#service/tokens.js';
import { AddressRanges } from './address-ranges.js';
import type { AskingRequest } from './caller.js';

/** Lets pass whom the policy lets pass, before anything else of the request is looked at. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(AddressRanges) private readonly addresses: AddressRanges,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskingRequest>();
    const rule = policy[`${request.method} ${request.routeOptions.url}`];
    if (!rule) throw forbidden('Nobody may do this: the policy has no row for it.');
    const [caller, addressRanges] = await Promise.all([
      looksAtToken(rule, request) ? this.tokens.verify(request.headers.authorization) : undefined,
      this.addresses.of(request, rule),
    ]);
    Object.assign(request, { caller, addressRanges });
    const now = new Date().toISOString();
    requireMay(rule, caller, now);
    for (const { sanctions } of addressRanges) requireGoodStanding(sanctions, now, 'Your address is');
    return true;
  }
}

const looksAtToken = ({ may, forViewer }: Rule, { headers }: FastifyRequest) =>
  may !== 'everyone' || (forViewer === true && headers.authorization !== undefined);
