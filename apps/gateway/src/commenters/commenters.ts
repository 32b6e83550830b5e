import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { notFound, unprocessable } from '#http/problem.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { findPositionOf } from '#read-models/commenter/find-position-of.js';
import { readPublicCommenter, type PublicCommenter } from '#read-models/commenter/read-public-commenter.js';
import { beforeAllComments, readShownCommentsOf } from '#read-models/commenter/read-shown-comments-of.js';
import { type BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { PageOfList } from '../answers/page-of-list.js';
import { commentId } from '../comments/page-of-thread.js';
import { presentTuple } from '../comments/present-comment.js';
import { readThreadTuples } from '../comments/read-thread-tuples.js';
import type { CommentOfCommenter, Commenter } from './commenter.answers.js';
import { cutByBytes } from './cut-by-bytes.js';
import { presentCommenter } from './present-commenter.js';

/** The part of somebody's comments that a query string asks for: those behind a comment, newest first. */
export const PageOfCommenter = z.object({ limit: PageOfList.shape.limit, after: commentId.optional() });
export type PageOfCommenter = z.infer<typeof PageOfCommenter>;

export interface CommenterParts {
  pool: Pool;
  names: CommentNames;
  big: BigAnswers;
}

/** People who comment, as everybody may know them. */
export class Commenters {
  constructor(private readonly parts: CommenterParts) {}

  /** @throws Problem 404 */
  async read(id: string): Promise<Commenter> {
    return presentCommenter(await this.find(id));
  }

  /**
   * A page of their shown comments, and the comment behind which the next page begins, if any.
   * @throws Problem 404; 422 if `after` is not theirs; 503 if it is one large comment and too many are under way.
   */
  async comments(
    reply: FastifyReply,
    id: string,
    { limit, after }: PageOfCommenter,
  ): Promise<{ comments: CommentOfCommenter[]; behind: string | undefined }> {
    const { pool, names, big } = this.parts;
    const { personId } = await this.find(id);
    const behind = after === undefined ? beforeAllComments : await findPositionOf(pool, personId, after);
    if (behind === undefined) throw unprocessable({ after: ['is not a comment of theirs'] });
    const found = await readShownCommentsOf(pool, personId, { behind, most: limit + 1 });
    const { kept, bytes } = cutByBytes(found.slice(0, limit), maxBytesAtOnce);
    if (bytes > maxBytesAtOnce) big.admit(reply, bytes);
    const articles = new Map(kept.map(({ id: comment, slug, title }) => [Number(comment), { slug, title }]));
    const tuples = await readThreadTuples(pool, [...articles.keys()].map(String), { names });
    const comments = tuples.map(presentTuple).flatMap((comment) => {
      const { slug = null, title = null } = articles.get(comment.id) ?? {};
      // An article that is not projected is not shown, nor are its comments.
      return slug === null || title === null ? [] : [{ ...comment, article: { slug, title } }];
    });
    return { comments, behind: kept.length < found.length ? kept.at(-1)?.id : undefined };
  }

  private async find(id: string): Promise<PublicCommenter> {
    const found = z.uuid().safeParse(id).success ? await readPublicCommenter(this.parts.pool, id) : undefined;
    // Nothing of a guest is public but their comments. An account has a profile.
    if (!found || (found.kind === 'guest' && found.commentCount === 0)) throw notFound('commenter');
    return found;
  }
}
