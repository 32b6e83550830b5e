import { unprocessable } from '#http/problem.js';
import { maxBytesAtOnce } from '../answers/big-answers.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { Readable } from 'node:stream';
import { whyMissing } from '../read-database/why-missing.js';
import { cutPage, inPortions, type Sized } from './cut-page.js';
import { anchorOf, pageInOrder, type CommentInOrder, type PageInOrder } from './page-in-order.js';
import { linkBeside } from './page-of-thread.js';
import { readCommentSizes } from './read-comment-sizes.js';
import { readParents } from './read-parents.js';
import { readThreadSkeleton } from './read-thread-skeleton.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { threadJson, threadJsonInPortions, type BesideTexts } from './thread-json.js';
import { maxBytesInAnswer } from './thread-limits.js';
import type { Asked, ThreadParts } from './thread-parts.js';

const sum = (comments: readonly { bytes: number }[]) => comments.reduce((bytes, comment) => bytes + comment.bytes, 0);

/** Pages for which the whole thread is ordered: trees, the newest first, and pages that end before a comment or contain it. */
export class OrderedThreads {
  constructor(private readonly parts: Pick<ThreadParts, 'pool' | 'lookUps' | 'names' | 'big'>) {}

  /** @throws as `Threads.page` */
  async page(slug: string, asked: Asked): Promise<WholeAnswer | LargeAnswer> {
    const anchor = anchorOf(asked);
    const skeleton = await readThreadSkeleton(this.parts.pool, slug, anchor?.id);
    if (skeleton === undefined) throw await whyMissing(this.parts.lookUps, slug);
    const page = pageInOrder(skeleton, asked);
    if (page === undefined) throw unprocessable({ [anchor?.by ?? '']: ['is not a comment of this article'] });
    if (sum(page.comments) > maxBytesAtOnce) return this.inPortions(slug, asked, page);
    const { pool, names } = this.parts;
    const ids = page.comments.map(({ id }) => String(id));
    const tuples = await readThreadTuples(pool, ids, { names, viewerId: asked.viewerId });
    const json = threadJson(tuples, await this.besideTexts(asked, page.comments));
    return { json: Buffer.from(json), link: linkOf(slug, asked, page, page.comments) };
  }

  private inPortions(slug: string, asked: Asked, page: PageInOrder): LargeAnswer {
    const { pool, names, big } = this.parts;
    return async (reply) => {
      const sized = await this.cut(page, asked.before !== undefined);
      const { portions, largest } = inPortions(sized);
      big.admit(reply, largest);
      const isKept = new Set(sized.map(({ id }) => id));
      const kept = page.comments.filter(({ id }) => isKept.has(String(id)));
      const reading = { names, viewerId: asked.viewerId };
      const beside = await this.besideTexts(asked, kept);
      const text = threadJsonInPortions(portions, (ids) => readThreadTuples(pool, ids, reading), beside);
      // Each portion is one chunk, so at most one is fetched ahead of the reader.
      return { json: Readable.from(text, { highWaterMark: 1 }), link: linkOf(slug, asked, page, kept) };
    };
  }

  /** As many comments as an answer may have bytes: those nearest to the comment beside which the page stands. */
  private async cut({ comments, mustHave }: PageInOrder, fromItsEnd: boolean): Promise<Sized[]> {
    const ids = comments.map(({ id }) => String(id));
    const first = async (some: string[]) =>
      cutPage(await readCommentSizes(this.parts.pool, some, maxBytesInAnswer), some.length);
    if (fromItsEnd) return (await first(ids.toReversed())).reverse();
    const cut = await first(ids);
    return mustHave < cut.length ? cut : first(ids.slice(mustHave));
  }

  private async besideTexts(
    { order, parents, visitedUpTo }: Asked,
    comments: readonly CommentInOrder[],
  ): Promise<BesideTexts> {
    const isTree = order === 'tree' || order === 'newest-tree';
    const onPage = new Set<number | null>(comments.map(({ id }) => id));
    const elsewhere = new Set(
      comments.flatMap(({ shownParentId: id }) => (id === null || onPage.has(id) ? [] : [String(id)])),
    );
    const { pool, names } = this.parts;
    return {
      depths: isTree ? new Map(comments.map(({ id, depth = 0 }) => [String(id), depth])) : undefined,
      parents: parents === true ? await readParents(pool, [...elsewhere], names) : undefined,
      visitedUpTo,
    };
  }
}

/** @param kept the comments of the page that are sent. */
function linkOf(slug: string, asked: Asked, page: PageInOrder, kept: readonly CommentInOrder[]): string | undefined {
  const [first, last] = [kept[0]?.id, kept.at(-1)?.id];
  const hasBefore = !page.isFirst || first !== page.comments[0]?.id;
  const hasBehind = !page.isLast || last !== page.comments.at(-1)?.id;
  const beside = { before: hasBefore ? first : undefined, after: hasBehind ? last : undefined };
  return linkBeside(slug, asked, { before: beside.before?.toString(), after: beside.after?.toString() });
}
