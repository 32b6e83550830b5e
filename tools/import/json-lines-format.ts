import { z } from 'zod';
import { fitsArchiveBody } from '#contracts/plain-text.js';
import { UnfitLine } from './unfit-line.js';

const when = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date')
  .transform((text) => new Date(text).toISOString());

const body = z.string().refine(fitsArchiveBody, 'is too long (maximum is 2 MB)');
const externalId = z.union([z.string().min(1).max(500), z.number()]).transform(String);

/** A line about an article. A date without a time is midnight, UTC. */
export const ArticleLine = z.object({
  slug: z.string().min(1).max(300),
  title: z.string().max(2000),
  publishedAt: when.nullish(),
  commentsClosed: z.boolean().default(false),
  description: z.string().max(20_000).optional(),
  body: body.optional(),
  format: z.enum(['text', 'markdown', 'html']).optional(),
  tags: z.array(z.string().max(300)).max(500).optional(),
  permalink: z.string().max(4000).optional(),
});
export type ArticleLine = z.infer<typeof ArticleLine>;

/** A line about a comment. */
export const CommentLine = z.object({
  articleSlug: z.string().min(1).max(300),
  id: externalId,
  parentId: externalId.nullish(),
  name: z.string().max(1000).default(''),
  email: z.string().max(1000).optional(),
  emailHash: z.string().max(1000).optional(),
  website: z.string().max(4000).optional(),
  postedAt: when,
  body,
  format: z.enum(['text', 'markdown', 'html']).default('markdown'),
});
export type CommentLine = z.infer<typeof CommentLine>;

export type Line = { kind: 'article'; article: ArticleLine } | { kind: 'comment'; comment: CommentLine };

/** @throws UnfitLine that says why the text is neither an article nor a comment. */
export function parseLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnfitLine('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnfitLine('is not a JSON object');
  const isComment = 'articleSlug' in value;
  const result = isComment ? CommentLine.safeParse(value) : ArticleLine.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UnfitLine(`${isComment ? 'comment' : 'article'}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return isComment
    ? { kind: 'comment', comment: result.data as CommentLine }
    : { kind: 'article', article: result.data as ArticleLine };
}
