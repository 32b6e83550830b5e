import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Network } from '#contracts/people/network.js';
import { originOf } from '#http/origin-of.js';
import type { CachedAnswers } from '../cache/cached-answers.js';
import type { Consistency } from '../consistency/consistency.js';

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
  /** @param parts `trusted`: the proxies whose word on the origin counts, web among them. */
  constructor(
    private readonly parts: {
      cached: CachedAnswers;
      consistency: Pick<Consistency, 'meet'>;
      trusted: readonly Network[];
    },
  ) {}

  /** @throws what `readVersion` and `make` throw. */
  async send({ request, reply }: Asked, { type, readVersion, make }: MadeForOrigin): Promise<void> {
    const { cached, consistency, trusted } = this.parts;
    await consistency.meet(request);
    const { protocol, host } = originOf(request.raw, trusted);
    const origin = `${protocol}://${host}`;
    const path = request.url.replace(/\?.*/s, '');
    await cached.send(reply, {
      ...{ name: `feed ${origin}${path}`, isDated: true, type, readVersion },
      make: async () => ({ json: Buffer.from(await make(origin)) }),
    });
  }
}
