import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Counter } from 'prom-client';
import { type LargeAnswer, sendAnswer, type WholeAnswer } from '../answers/whole-answer.js';
import type { AnswerStore } from './answer-store.js';
import { entityTag, matches } from './entity-tag.js';

/** An answer that is the same for all who ask for it in these words. */
export interface Cacheable {
  /** Whose own it is instead: it is made for them, and has nothing to do with what is kept. */
  forReader?: string | undefined;
  /** What tells it from all others, such as `article <slug>`. */
  name: string;
  /** The version of its rows, read before them. @throws Problem 404 where there is nothing. */
  readVersion(): Promise<string>;
  /** One that is too large to be held whole is not kept. */
  make(): Promise<WholeAnswer | LargeAnswer>;
}

export interface CacheParts {
  /** undefined: nothing is kept. */
  store: AnswerStore | undefined;
  /** The version of the code that makes answers. */
  code: string;
  /** Answers by where they came from. */
  answered: Counter;
}

/** Answers with an ETag, from what is kept under the version of its rows; or makes it, once, however many ask for it. */
@Injectable()
export class CachedAnswers implements OnApplicationShutdown {
  private readonly versions = new Map<string, Promise<string>>();
  private readonly underWay = new Map<string, Promise<WholeAnswer | LargeAnswer>>();

  /** @param parts undefined: answers have no versions, and each is made. */
  constructor(private readonly parts: CacheParts | undefined) {}

  /** @throws what `readVersion` or `make` throws; that is not kept. */
  async send(reply: FastifyReply, cacheable: Cacheable): Promise<void> {
    const { forReader, name, make } = cacheable;
    const isForAll = this.parts !== undefined && forReader === undefined;
    const version = isForAll ? await this.versionOf(cacheable) : undefined;
    // Rows without a version are not told apart from those of later.
    if (!this.parts || !version) return sendAnswer(reply, await make());
    const { code, answered } = this.parts;
    const ETag = entityTag(`${code}.${version}`);
    // No age is promised: whoever has written reads it at once, and asking again costs one look-up.
    const headers = { ETag, 'Cache-Control': 'no-cache' };
    if (matches(reply.request.headers['if-none-match'], ETag)) {
      answered.inc({ from: 'client' });
      return void reply.status(304).headers(headers).send();
    }
    const answer = await this.find(`answer:${code}:${version}:${name}`, make);
    await sendAnswer(reply, answer, headers);
  }

  onApplicationShutdown(): void {
    this.parts?.store?.close();
  }

  // One look-up for all who ask in one turn of the event loop: it is sent at its end, so it is later than all of them.
  private versionOf({ name, readVersion }: Cacheable): Promise<string> {
    const asked = this.versions.get(name);
    if (asked) return asked;
    const reading = endOfTurn().then(() => {
      this.versions.delete(name);
      return readVersion();
    });
    this.versions.set(name, reading);
    return reading;
  }

  // Whoever comes meanwhile has read the same version, later: so what was read for the first is of it for them, too.
  private find(key: string, make: Cacheable['make']): Promise<WholeAnswer | LargeAnswer> {
    const begun = this.underWay.get(key);
    if (begun) {
      this.parts?.answered.inc({ from: 'another request' });
      return begun;
    }
    const finding = this.findOrMake(key, make).finally(() => this.underWay.delete(key));
    this.underWay.set(key, finding);
    return finding;
  }

  private async findOrMake(key: string, make: Cacheable['make']): Promise<WholeAnswer | LargeAnswer> {
    const { store, answered } = this.parts as CacheParts;
    const kept = await store?.find(key);
    answered.inc({ from: kept ? 'cache' : 'database' });
    if (kept) return kept;
    const made = await make();
    if (typeof made !== 'function') store?.keep(key, made);
    return made;
  }
}
