import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from '#http/origin-of.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { Consistency } from '../consistency/consistency.js';
import { env } from '../env.js';

export interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface MadeForOrigin {
  type: string;
  readVersion(): Promise<string>;
  make(origin: string): Promise<string>;
}

/** Sends what the site's readers and robots fetch: kept by version, address and origin, with an ETag and a date. */
@Injectable()
export class FeedAnswers {
  constructor(
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  /** @throws what `readVersion` and `make` throw. */
  async send({ request, reply }: Asked, { type, readVersion, make }: MadeForOrigin): Promise<void> {
    await this.consistency.meet(request);
    const { protocol, host } = originOf(request.raw, env.TRUSTED_PROXIES);
    const origin = `${protocol}://${host}`;
    const path = request.url.replace(/\?.*/s, '');
    await this.cached.send(reply, {
      ...{ name: `feed ${origin}${path}`, isDated: true, type, readVersion },
      make: async () => ({ json: Buffer.from(await make(origin)) }),
    });
  }
}
