import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { readArticleVersion } from '#read-models/shown/read-answer-version.js';
import { readThreadVisit } from '#read-models/thread-visit/read-thread-visit.js';
import { unprocessable } from '#http/problem.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { whyMissing } from '../read-database/why-missing.js';
import { cutPage, inPortions } from './cut-page.js';
import { findCommentPosition } from './find-comment-position.js';
import { OrderedThreads } from './ordered-threads.js';
import { isPlain, linkBeside } from './page-of-thread.js';
import { readCommentSizes } from './read-comment-sizes.js';
import { readThreadStart, type ThreadPage, type ThreadReading, type ThreadStart } from './read-thread-start.js';
import { readShortThread } from './read-short-thread.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { threadJson, threadJsonInPortions } from './thread-json.js';
import { maxBytesInAnswer, maxCommentsInAnswer } from './thread-limits.js';
import type { Asked, ThreadParts } from './thread-parts.js';

type Started = ThreadStart & { reading: ThreadReading };

const maxOf = ({ limit = maxCommentsInAnswer }: Asked) => limit;

// Clients of the plain page know one link only. Who names an order gets the page before too.
const linksOf = (
  slug: string,
  asked: Asked,
  { first, next }: { first?: string | undefined; next?: string | undefined },
) => {
  const hasBefore = asked.order !== undefined && asked.after !== undefined;
  const link = linkBeside(slug, asked, { after: next, before: hasBefore ? first : undefined });
  return link === undefined ? {} : { link };
};

const theBeginning = { postedAt: '-infinity', commentId: '0' };

/** Threads, one page at a time. */
@Injectable()
export class Threads {
  private readonly ordered: OrderedThreads;

  constructor(private readonly parts: ThreadParts) {
    this.ordered = new OrderedThreads(parts);
  }

  /**
   * A page as JSON, with the Link header to the next one. A large page is read and sent in portions.
   * @throws Problem as `whyMissing` says; 422 if the comment beside which it stands is not in its thread; the
   * large answer: 503 if too many are under way.
   */
  async page(slug: string, wanted: Asked): Promise<WholeAnswer | LargeAnswer> {
    const asked = await this.withVisit(slug, wanted);
    if (!isPlain(asked)) return this.ordered.page(slug, asked);
    const started = await this.start(slug, asked);
    const { tuples, rest } = started;
    const isWhole = rest.length === 0 || tuples.length === maxOf(asked);
    if (!isWhole) return this.inPortions(slug, asked, started);
    const json = Buffer.from(threadJson(tuples, { visitedUpTo: asked.visitedUpTo }));
    const next = rest.length > 0 ? tuples.at(-1)?.[0] : undefined;
    return { json, ...linksOf(slug, asked, { first: tuples[0]?.[0], next }) };
  }

  /** The version of all pages of a thread. @throws Problem as `whyMissing` says. */
  async readVersion(slug: string): Promise<string> {
    const { lookUps, names } = this.parts;
    const found = await readArticleVersion(lookUps, slug, names === 'current' ? 'threads-current' : 'threads');
    if (found === undefined) throw await whyMissing(lookUps, slug);
    return found.version;
  }

  // It is read before the comments: a comment that comes between the two is new.
  private async withVisit(slug: string, asked: Asked): Promise<Asked> {
    const { viewerId } = asked;
    if (viewerId === undefined) return asked;
    const upTo = await readThreadVisit(this.parts.lookUps, slug, viewerId);
    return { ...asked, visitedUpTo: upTo?.toISOString() ?? null };
  }

  private inPortions(slug: string, asked: Asked, { tuples, rest, reading }: Started): LargeAnswer {
    const ids = [...tuples.map(([id]) => id), ...rest];
    return async (reply) => {
      const page = cutPage(await readCommentSizes(this.parts.pool, ids, maxBytesInAnswer), maxOf(asked));
      const { portions, largest } = inPortions(page);
      this.parts.big.admit(reply, largest);
      const text = threadJsonInPortions(portions, (ids) => readThreadTuples(this.parts.pool, ids, reading), {
        visitedUpTo: asked.visitedUpTo,
      });
      // Each portion is one chunk, so at most one is fetched ahead of the reader.
      const json = Readable.from(text, { highWaterMark: 1 });
      const next = page.length < ids.length ? page.at(-1)?.id : undefined;
      return { json, ...linksOf(slug, asked, { first: page[0]?.id, next }) };
    };
  }

  private async start(slug: string, { after, limit = maxCommentsInAnswer, viewerId }: Asked): Promise<Started> {
    const { pool, lookUps, names } = this.parts;
    const reading = { names, viewerId };
    const short = after === undefined && limit === maxCommentsInAnswer && (await readShortThread(pool, slug, reading));
    if (short === undefined) throw await whyMissing(lookUps, slug);
    if (short !== false && short !== 'long') return { tuples: short, rest: [], reading };
    const page = { after: after === undefined ? theBeginning : await this.placeOf(slug, after), limit };
    const start = await readThreadStart(pool, slug, reading, page);
    if (start === undefined) throw await whyMissing(lookUps, slug);
    return { ...start, reading };
  }

  private async placeOf(slug: string, commentId: string): Promise<ThreadPage['after']> {
    const { lookUps } = this.parts;
    const place = await findCommentPosition(lookUps, commentId, slug);
    if (place) return place;
    if (!(await readArticleVersion(lookUps, slug, 'threads'))) throw await whyMissing(lookUps, slug);
    throw unprocessable({ after: ['is not a comment of this article'] });
  }
}
