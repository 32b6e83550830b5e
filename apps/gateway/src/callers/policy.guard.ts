import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { policy } from '#policy/policy.js';
import { requireGoodStanding, requireMay } from '#policy/require-may.js';
import type { Rule } from '#policy/rule.js';
import { readAddressRangesOf, type RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';
import { forbidden } from '#service/problem.js';
import { TokenVerifier } from '#service/tokens.js';
import { READ_POOL } from '../read-database/read-database.js';
import { addressOf } from './address-of.js';
import type { AskingRequest } from './caller.js';

/** Lets pass whom the policy lets pass, before anything else of the request is looked at. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(READ_POOL) private readonly pool: Pool,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskingRequest>();
    const rule = policy[`${request.method} ${request.routeOptions.url}`];
    if (!rule) throw forbidden('Nobody may do this: the policy has no row for it.');
    const [caller, addressRanges] = await Promise.all([
      looksAtToken(rule, request) ? this.tokens.verify(request.headers.authorization) : undefined,
      this.rangesOf(rule, request),
    ]);
    Object.assign(request, { caller, addressRanges });
    const now = new Date().toISOString();
    requireMay(rule, caller, now);
    for (const { sanctions } of addressRanges) requireGoodStanding(sanctions, now, 'Your address is');
    return true;
  }

  /**
   * Open for strangers while the read database is away: who introduces themselves then does nothing else before it is
   * back. Closed for everyone else, of whom nothing is known without it.
   */
  private async rangesOf({ inGoodStanding, may }: Rule, request: FastifyRequest): Promise<RangeOfAddress[]> {
    const address = inGoodStanding && addressOf(request);
    if (!address) return [];
    const ranges = readAddressRangesOf(this.pool, address);
    return may === 'everyone' ? ranges.catch(() => []) : ranges;
  }
}

const looksAtToken = ({ may, forViewer }: Rule, { headers }: FastifyRequest) =>
  may !== 'everyone' || (forViewer === true && headers.authorization !== undefined);
