import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Counter } from 'prom-client';
import { type LargeAnswer, sendAnswer, type WholeAnswer } from '../answers/whole-answer.js';
import type { AnswerStore } from './answer-store.js';
import { entityTag } from './entity-tag.js';
import { isAtClient } from './is-at-client.js';
import { lastModified } from './last-modified.js';

/** An answer that is the same for all who send the same request. */
export interface Cacheable {
  /** If set, the answer is made for this caller alone; it is neither stored nor shared. */
  forReader?: string | undefined;
  /** The key that identifies the answer, such as `article <slug>`. */
  name: string;
  /** Reads the version of the answer's rows; called before they are read. @throws Problem 404 if there are none. */
  readVersion(): Promise<string>;
  /** A large answer is not stored. */
  make(): Promise<WholeAnswer | LargeAnswer>;
  /** Its media type; undefined: JSON. */
  type?: string | undefined;
  /** Whether it tells when it changed last, and who has it since may ask by that. */
  isDated?: boolean;
}

export interface CacheParts {
  /** Undefined: nothing is stored. */
  store: AnswerStore | undefined;
  /** The version of the code that makes the answers. */
  code: string;
  /** Counts answers by their source. */
  answered: Counter;
}

/**
 * Sends answers with an ETag. It reads them from the store under the version of their rows, or makes each once for all
 * concurrent requests.
 */
@Injectable()
export class CachedAnswers implements OnApplicationShutdown {
  private readonly versions = new Map<string, Promise<string>>();
  private readonly underWay = new Map<string, Promise<WholeAnswer | LargeAnswer>>();

  /** @param parts undefined: answers have no versions, and each is made for its request. */
  constructor(private readonly parts: CacheParts | undefined) {}

  /** @throws what `readVersion` or `make` throws; an error is not stored. */
  async send(reply: FastifyReply, cacheable: Cacheable): Promise<void> {
    const { forReader, name, make, type } = cacheable;
    const isForAll = this.parts !== undefined && forReader === undefined;
    const version = isForAll ? await this.versionOf(cacheable) : undefined;
    // Rows without a version cannot be told from later ones.
    if (!this.parts || !version) return sendAnswer(reply, await make(), {}, type);
    const { code, answered } = this.parts;
    const ETag = entityTag(`${code}.${version}`);
    // No max-age: whoever writes must read the write at once, and revalidation costs one look-up.
    const changed = cacheable.isDated ? lastModified(version) : undefined;
    const headers = { ETag, 'Cache-Control': 'no-cache', ...(changed && { 'Last-Modified': changed.toUTCString() }) };
    if (isAtClient(reply.request.headers, ETag, changed)) {
      answered.inc({ from: 'client' });
      return void reply.status(304).headers(headers).send();
    }
    const answer = await this.find(`answer:${code}:${version}:${name}`, make);
    await sendAnswer(reply, answer, headers, type);
  }

  onApplicationShutdown(): void {
    this.parts?.store?.close();
  }

  // One look-up for all requests of one turn of the event loop. It is sent at the turn's end, so it is later than all
  // of them.
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

  // A concurrent request read the same version, later. So the answer made for the first request is valid for it too.
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
