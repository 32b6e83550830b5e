import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ruleOfRoute } from '#policy/routes.js';
import type { Rule } from '#policy/rule.js';
import type { RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';
import type { Caller } from '#identity/caller.js';
import { TokenVerifier } from '#identity/tokens.js';
import { AddressRanges } from './address-ranges.js';

/** The policy's row for a request; undefined for a route that has none. */
export const ruleFor = ({ method, routeOptions }: FastifyRequest): Rule | undefined =>
  routeOptions.url === undefined ? undefined : ruleOfRoute(method, routeOptions.url);

/** The caller, and the sanctions against their address. */
export interface WhoAsks {
  caller: Caller | undefined;
  addressRanges: RangeOfAddress[];
}

/** Looks up the caller while the request is still counted, because almost all requests pass. */
@Injectable()
export class Callers {
  private readonly underWay = new WeakMap<FastifyRequest, Promise<WhoAsks>>();

  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(AddressRanges) private readonly addresses: AddressRanges,
  ) {}

  lookAhead(request: FastifyRequest): void {
    const rule = ruleFor(request);
    if (!rule) return;
    const looking = this.look(request, rule);
    // `of` reports the error; until then it must not count as an unhandled rejection.
    looking.catch(() => undefined);
    this.underWay.set(request, looking);
  }

  /** @throws Problem 401; 503 if the caller cannot be looked up. */
  of(request: FastifyRequest, rule: Rule): Promise<WhoAsks> {
    return this.underWay.get(request) ?? this.look(request, rule);
  }

  private async look(request: FastifyRequest, rule: Rule): Promise<WhoAsks> {
    const [caller, addressRanges] = await Promise.all([this.callerOf(rule, request), this.addresses.of(request, rule)]);
    return { caller, addressRanges };
  }

  private async callerOf(rule: Rule, request: FastifyRequest): Promise<Caller | undefined> {
    const { authorization } = request.headers;
    if (!looksAtToken(rule, request)) return undefined;
    if (!rule.credentialJudgedByService) return this.tokens.verify(authorization);
    return { ...(await this.tokens.identify(authorization)), sanctions: {} };
  }
}

const looksAtToken = ({ may, forViewer }: Rule, { headers }: FastifyRequest) =>
  may !== 'everyone' || (forViewer === true && headers.authorization !== undefined);
