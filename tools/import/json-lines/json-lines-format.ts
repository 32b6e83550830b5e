import { z } from 'zod';
import { ArchiveArticle, ArchiveComment } from '../archive.js';
import { isoTime } from '../iso-time.js';
import { UnfitLine } from './unfit-line.js';

const when = z.string().transform((text, context) => {
  const time = isoTime(Date.parse(text));
  if (time !== undefined) return time;
  context.addIssue('is not a date');
  return z.NEVER;
});
const externalId = z.union([z.string().min(1), z.number()]).transform(String);
const format = z.enum(['text', 'markdown', 'html']);

/** A line about an article. A date without a time is midnight, UTC. */
const ArticleLine = z.object({
  slug: z.string().min(1),
  title: z.string(),
  publishedAt: when.nullish(),
  commentsClosed: z.boolean().default(false),
  description: z.string().optional(),
  body: z.string().optional(),
  format: format.optional(),
  tags: z.array(z.string()).optional(),
  permalink: z.string().optional(),
});

/** A line about a comment. */
const CommentLine = z.object({
  articleSlug: z.string().min(1),
  id: externalId,
  parentId: externalId.nullish(),
  name: z.string().default(''),
  email: z.string().optional(),
  emailHash: z.string().optional(),
  website: z.string().optional(),
  postedAt: when,
  body: z.string(),
  format: format.default('markdown'),
});

export type Line =
  { kind: 'article'; article: ArchiveArticle } | { kind: 'comment'; articleSlug: string; comment: ArchiveComment };

/** @throws UnfitLine that says why the text is neither an article nor a comment. */
export function parseLine(text: string): Line {
  const value = parseObject(text);
  if ('articleSlug' in value) {
    const { articleSlug, id, parentId, ...line } = fit('comment', CommentLine, value);
    const comment = { ...line, externalId: id, parentExternalId: parentId ?? undefined };
    return { kind: 'comment', articleSlug, comment: fit('comment', ArchiveComment, comment) };
  }
  const { tags, permalink, publishedAt, ...line } = fit('article', ArticleLine, value);
  const article = {
    ...{ ...line, externalId: line.slug, publishedAt: publishedAt ?? null },
    ...{ tagList: tags, provenance: { permalink } },
  };
  return { kind: 'article', article: fit('article', ArchiveArticle, article) };
}

function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnfitLine('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnfitLine('is not a JSON object');
  return value;
}

function fit<Value>(what: string, schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnfitLine(`${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
