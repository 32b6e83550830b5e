import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import { notFound, unprocessable } from '#http/problem.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { BigAnswers } from '../answers/big-answers.js';
import { cutPage, inPortions } from './cut-page.js';
import { findCommentPosition } from './find-comment-position.js';
import { linkBehind, type PageOfThread } from './page-of-thread.js';
import { readCommentSizes } from './read-comment-sizes.js';
import { readThreadStart, type ThreadPage, type ThreadReading, type ThreadStart } from './read-thread-start.js';
import { readShortThread } from './read-short-thread.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { threadJson, threadJsonInPortions } from './thread-json.js';
import { mostBytesInAnswer, mostCommentsInAnswer } from './thread-limits.js';
import type { ThreadTuple } from './thread-tuple.js';

type Asked = PageOfThread & { viewerId?: string | undefined };
type Started = ThreadStart & { reading: ThreadReading };

const theBeginning = { postedAt: '-infinity', commentId: '0' };

export interface ThreadParts {
  pool: Pool;
  lookUps: Queryable;
  names: CommentNames;
  big: BigAnswers;
}

/** Threads a page at a time. */
@Injectable()
export class Threads {
  constructor(private readonly parts: ThreadParts) {}

  /**
   * Answers a page as JSON, with the header that leads to the next one. A large one is read and sent in portions.
   * @throws Problem 404 where there is no such article; 422 where `after` is not of its thread; 503 where too many large
   * answers are under way.
   */
  async answer(reply: FastifyReply, slug: string, asked: Asked): Promise<void> {
    const { tuples, rest, reading } = await this.start(slug, asked);
    const most = asked.limit ?? mostCommentsInAnswer;
    const path = `/api/articles/${encodeURIComponent(slug)}/comments`;
    const linkBehindLast = (id = '') => void reply.header('Link', linkBehind(path, id, asked.limit));
    reply.type('application/json; charset=utf-8');
    if (rest.length === 0 || tuples.length === most) {
      if (rest.length > 0) linkBehindLast(tuples.at(-1)?.[0]);
      // Serialised here and sent as text: the hottest route of all, kept clear of what Nest does with a returned object.
      reply.send(threadJson(tuples));
      return;
    }
    const ids = [...tuples.map(([id]) => id), ...rest];
    const page = cutPage(await readCommentSizes(this.parts.pool, ids, mostBytesInAnswer), most);
    const { portions, largest } = inPortions(page);
    this.parts.big.admit(reply, largest);
    if (page.length < ids.length) linkBehindLast(page.at(-1)?.id);
    const text = threadJsonInPortions(portions, (ids) => readThreadTuples(this.parts.pool, ids, reading));
    // A portion is a chunk: more than one ahead of the reader is not fetched.
    reply.send(Readable.from(text, { highWaterMark: 1 }));
  }

  /**
   * A page that is small enough to be held whole, or a single comment that is not.
   * @returns its comments, and behind which one the next page begins, if any. @throws as `answer`
   */
  async smallPage(
    reply: FastifyReply,
    slug: string,
    asked: Asked,
  ): Promise<{ tuples: ThreadTuple[]; behind?: string }> {
    const { tuples, rest, reading } = await this.start(slug, asked);
    const [large = '', ...others] = rest;
    if (tuples.length > 0 || rest.length === 0) {
      const last = tuples.at(-1)?.[0];
      return { tuples, ...(rest.length > 0 && last !== undefined && { behind: last }) };
    }
    const [size] = await readCommentSizes(this.parts.pool, [large], mostBytesInAnswer);
    this.parts.big.admit(reply, size?.bytes ?? 0);
    const single = await readThreadTuples(this.parts.pool, [large], reading);
    return { tuples: single, ...(others.length > 0 && { behind: large }) };
  }

  private async start(slug: string, { after, limit = mostCommentsInAnswer, viewerId }: Asked): Promise<Started> {
    const { pool, names } = this.parts;
    const reading = { names, viewerId };
    const short = after === undefined && limit === mostCommentsInAnswer && (await readShortThread(pool, slug, reading));
    if (short === undefined) throw notFound('article');
    if (short !== false && short !== 'long') return { tuples: short, rest: [], reading };
    const page = { after: after === undefined ? theBeginning : await this.placeOf(slug, after), limit };
    const start = await readThreadStart(pool, slug, reading, page);
    if (start === undefined) throw notFound('article');
    return { ...start, reading };
  }

  private async placeOf(slug: string, commentId: string): Promise<ThreadPage['after']> {
    const { lookUps } = this.parts;
    const place = await findCommentPosition(lookUps, commentId, slug);
    if (place) return place;
    if (!(await resolveArticle(lookUps, slug))) throw notFound('article');
    throw unprocessable({ after: ['is not a comment of this article'] });
  }
}
