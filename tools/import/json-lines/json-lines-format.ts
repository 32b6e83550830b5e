import { z } from 'zod';
import { isOfArchives } from '#contracts/utc-time.js';
import { ArchiveArticle, ArchiveComment } from '../archive.js';
import { parseIsoTime } from '../iso-time.js';
import { whyUnfit } from '../why-unfit.js';
import { UnfitLine } from './unfit-line.js';

const when = z.string().transform((text, context) => {
  const time = parseIsoTime(text);
  if (time !== undefined && isOfArchives(time)) return time;
  context.addIssue(
    time === undefined
      ? 'is not a date: ISO 8601 is, such as 2019-04-02 or 2019-04-02T08:00:00Z'
      : 'is not between 1900 and tomorrow',
  );
  return z.NEVER;
});
/** Later than anything of an archive may be. */
const instant = z.string().transform((text, context) => {
  const time = parseIsoTime(text);
  if (time !== undefined) return time;
  context.addIssue('is not a date: ISO 8601 is, such as 2019-04-02 or 2019-04-02T08:00:00Z');
  return z.NEVER;
});
/** Larger integers are read differently by different parsers: two ids could become one. */
const externalId = z
  .union([z.string().min(1), z.number()])
  .refine((id) => typeof id === 'string' || !Number.isInteger(id) || Number.isSafeInteger(id), {
    error: 'is a number beyond 2^53: write it as text',
  })
  .transform(String);
const format = z.enum(['text', 'markdown', 'html']);

const isNone = (value: unknown) => value === null || value === undefined || value === '';
/** An optional field; null and "" count as missing. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isNone(value) ? undefined : value), schema.optional());

const Author = z.union([
  z.string().transform((name) => ({ name })),
  z.object({ name: z.string().min(1), email: optional(z.string()) }),
]);

/** A line with an article. A date without a time is midnight, UTC. */
const ArticleLine = z.object({
  slug: z.string().min(1),
  title: z.string(),
  publishedAt: optional(when),
  status: optional(z.enum(['published', 'draft', 'submitted', 'private'])),
  publishAt: optional(instant),
  commentsClosed: optional(z.boolean()),
  description: optional(z.string()),
  body: optional(z.string()),
  format: optional(format),
  tags: optional(z.array(z.string())),
  source: optional(z.object({ name: z.string(), url: optional(z.string()) })),
  permalink: optional(z.string()),
  formerAddresses: optional(z.array(z.string())),
  categories: optional(z.array(z.string())),
  author: optional(Author),
});

/** A line with a comment. */
const CommentLine = z.object({
  articleSlug: z.string().min(1),
  id: externalId,
  parentId: optional(externalId),
  name: optional(z.string()),
  email: optional(z.string()),
  emailHash: optional(z.string()),
  website: optional(z.string()),
  postedAt: when,
  body: z.string(),
  format: optional(format),
});

export type Line =
  { kind: 'article'; article: ArchiveArticle } | { kind: 'comment'; articleSlug: string; comment: ArchiveComment };

/** The line's names of imported fields. */
const names = {
  article: new Map([
    ['externalId', 'slug'],
    ['tagList', 'tags'],
  ]),
  comment: new Map([
    ['externalId', 'id'],
    ['parentExternalId', 'parentId'],
  ]),
};

/** @throws UnfitLine that says why the text is neither an article nor a comment. */
export function parseLine(text: string): Line {
  const value = parseObject(text);
  if (isComment(value)) {
    const { articleSlug, id, parentId, name = '', format = 'markdown', ...line } = fit('comment', CommentLine, value);
    const comment = { ...line, name, format, externalId: id, parentExternalId: parentId };
    return { kind: 'comment', articleSlug, comment: fit('comment', ArchiveComment, comment) };
  }
  if (!('slug' in value))
    throw new UnfitLine('has neither a slug, as articles have, nor an articleSlug, as comments have');
  const { tags, permalink, formerAddresses, categories, ...line } = fit('article', ArticleLine, value);
  const { commentsClosed = false } = line;
  const article = {
    ...{ ...line, externalId: line.slug, ...whenPublic(line), commentsClosed },
    ...{ tagList: tags, provenance: { permalink, formerAddresses, categories } },
  };
  return { kind: 'article', article: fit('article', ArchiveArticle, article) };
}

/** What a line calls a draft is never published by its time: read after it, that would make public what nobody published. */
function whenPublic({ status = 'published', publishAt, ...line }: z.infer<typeof ArticleLine>) {
  const publishedAt = line.publishedAt ?? null;
  if (status !== 'published') return { publishedAt, unpublished: { as: status } };
  if (publishAt === undefined) return { publishedAt };
  if (Date.parse(publishAt) <= Date.now()) return { publishedAt: publishedAt ?? publishAt };
  return { publishedAt, unpublished: { as: 'draft' as const, publishAt } };
}

/** If a line has both fields and one is empty, the other one decides. */
const isComment = (value: { articleSlug?: unknown; slug?: unknown }) =>
  !isNone(value.articleSlug) || ('articleSlug' in value && isNone(value.slug));

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

function fit<Value>(what: Line['kind'], schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new UnfitLine(`${what}: ${whyUnfit(result.error.issues[0], (field) => names[what].get(field) ?? field)}`);
}
