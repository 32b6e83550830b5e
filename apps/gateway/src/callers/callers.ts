import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { policy } from '#policy/policy.js';
import type { Rule } from '#policy/rule.js';
import { TokenVerifier, type Caller } from '#service/tokens.js';

/** The policy's row for a request; undefined for a route that has none. */
export const ruleFor = ({ method, routeOptions }: FastifyRequest): Rule | undefined =>
  policy[`${method} ${routeOptions.url}`];

const looksAtToken = ({ may, forViewer }: Rule, { headers }: FastifyRequest) =>
  may !== 'everyone' || (forViewer === true && headers.authorization !== undefined);

/** Who asks. Looked up while the request is still counted and its body read, since almost all are let pass. */
@Injectable()
export class Callers {
  private readonly underWay = new WeakMap<FastifyRequest, Promise<Caller | undefined>>();

  constructor(@Inject(TokenVerifier) private readonly tokens: TokenVerifier) {}

  lookAhead(request: FastifyRequest): void {
    const rule = ruleFor(request);
    if (!rule || !looksAtToken(rule, request)) return;
    const looking = this.tokens.verify(request.headers.authorization);
    // What is wrong is told by `of`; until then it must not count as unhandled.
    looking.catch(() => undefined);
    this.underWay.set(request, looking);
  }

  /** @throws Problem 401; 503 where it cannot be known. */
  async of(request: FastifyRequest): Promise<Caller | undefined> {
    return this.underWay.get(request);
  }
}
