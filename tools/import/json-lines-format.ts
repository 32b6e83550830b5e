import { z } from 'zod';

const when = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date')
  .transform((text) => new Date(text).toISOString());

/** A line about an article. A date without a time is midnight, UTC. */
export const ArticleLine = z.object({
  slug: z.string().min(1),
  title: z.string(),
  publishedAt: when.nullish(),
  commentsClosed: z.boolean().default(false),
  description: z.string().optional(),
  body: z.string().optional(),
  format: z.enum(['text', 'markdown', 'html']).optional(),
  tags: z.array(z.string()).optional(),
  permalink: z.string().optional(),
});
export type ArticleLine = z.infer<typeof ArticleLine>;

/** A line about a comment. */
export const CommentLine = z.object({
  articleSlug: z.string().min(1),
  id: z.union([z.string(), z.number()]).transform(String),
  parentId: z.union([z.string(), z.number()]).transform(String).nullish(),
  name: z.string().default(''),
  email: z.string().optional(),
  emailHash: z.string().optional(),
  website: z.string().optional(),
  postedAt: when,
  body: z.string(),
  format: z.enum(['text', 'markdown', 'html']).default('markdown'),
});
export type CommentLine = z.infer<typeof CommentLine>;

export type Line = { kind: 'article'; article: ArticleLine } | { kind: 'comment'; comment: CommentLine };

/** @throws Error that says why the text is neither an article nor a comment. */
export function parseLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not a JSON object');
  const isComment = 'articleSlug' in value;
  const result = isComment ? CommentLine.safeParse(value) : ArticleLine.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${isComment ? 'comment' : 'article'}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return isComment
    ? { kind: 'comment', comment: result.data as CommentLine }
    : { kind: 'article', article: result.data as ArticleLine };
}
