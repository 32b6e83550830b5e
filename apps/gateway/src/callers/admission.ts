import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requireGoodAddress, requireMay } from '#policy/require-may.js';
import { methodsOf } from '#policy/routes.js';
import { forbidden, Problem } from '#http/problem.js';
import { pathOf } from '../allow-other-sites.js';
import type { AskingRequest } from './caller.js';
import { Callers, ruleFor } from './callers.js';
import { isOutsidePolicy } from './require-row.js';

/** Admits requests that the policy allows, by their headers alone: the body of a refused request is not read. */
@Injectable()
export class Admission {
  constructor(@Inject(Callers) private readonly callers: Callers) {}

  /** Stores the caller for the route. @throws Problem 401, 403, 404, 405; 503 if the caller cannot be looked up. */
  async judge(request: FastifyRequest): Promise<void> {
    const { url } = request.routeOptions;
    if (request.is404 || url === undefined) throw noSuchRoute(request);
    if (isOutsidePolicy(url)) return;
    const rule = ruleFor(request);
    if (!rule) throw forbidden('Nobody may do this: the policy has no row for it.');
    const { caller, addressRanges } = await this.callers.of(request, rule);
    Object.assign(request, { caller, addressRanges } satisfies Pick<AskingRequest, 'caller' | 'addressRanges'>);
    const now = new Date().toISOString();
    requireMay(rule, caller, now);
    const ranges = addressRanges.map(({ sanctions }) => sanctions);
    requireGoodAddress(ranges, now);
  }
}

/** 405 if the path has other methods. */
function noSuchRoute(request: FastifyRequest): Problem {
  const methods = methodsOf(pathOf(request));
  if (methods.length === 0) return new Problem(404, { detail: 'There is no such route.' });
  const Allow = ['OPTIONS', ...methods].join(', ');
  return new Problem(405, { detail: `This takes ${methods.join(' or ')}.`, headers: { Allow } });
}
