import { z } from 'zod';
import { ToldClosesAfter } from '#contracts/articles/closing.js';
import { BodyFormat } from '#contracts/body-format.js';
import { ArticleSource } from '#contracts/articles/article.events.js';

const Author = z.object({
  id: z.uuid().nullable().describe('null where it is not known'),
  username: z.string(),
  bio: z.string().nullable(),
  image: z.string().nullable().describe('as entered: whoever shows it must not trust it'),
  following: z.boolean().describe('whether the caller follows them'),
});

const HouseInList = z.object({
  version: z.int().describe('of the house thesaurus, to which the article is pinned'),
  title: z.string(),
  description: z.string(),
});

export const ArticleInList = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  tagList: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  favorited: z.boolean().describe('whether it is among the caller’s favourites'),
  favoritesCount: z.int(),
  author: Author,
  source: ArticleSource.nullable().describe('whom it was taken from'),
  sourceKey: z.string().nullable().describe('what lists of its source are asked for by'),
  section: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).nullable().describe('that it is filed in'),
  commentsClosed: z.boolean(),
  commentCount: z.int(),
  house: HouseInList.nullable().describe('the same with the house’s words; null: there are none of them in it'),
});

export const Article = ArticleInList.extend({
  body: z.string().describe('as entered'),
  bodyHtml: z.string().describe('sanitised'),
  format: BodyFormat.describe('of the body'),
  house: HouseInList.extend({ bodyHtml: z.string().describe('sanitised, with the house’s marks') })
    .nullable()
    .describe('the same with the house’s words; null: there are none of them in it'),
  remark: z.string().nullable().describe('of whoever filed it, no part of the source: Markdown, as entered'),
  remarkHtml: z.string().nullable().describe('sanitised'),
  comments: z.object({
    closed: z.boolean().describe('by an editor, or by age: as `commentsClosed`'),
    closesAt: z.iso.datetime().nullable().describe('when age closes them, or did; null: it does not, or an editor did'),
    closesAfterDays: ToldClosesAfter.describe('what the article says of its own; null: as its section, then the site'),
  }),
  version: z.int().describe('for `If-Match` of a revision or a withdrawal'),
});

export const ArticleAnswer = z.object({ article: Article });
/** An article as an account finds it in a list. */
const ArticleForReader = ArticleInList.extend({
  newCount: z.int().optional().describe('to an account that has visited its thread: comments shown since, but its own'),
});

export const ArticlesAnswer = z.object({ articles: z.array(ArticleForReader), articlesCount: z.int() });
export const TagsAnswer = z.object({ tags: z.array(z.string()) });

export type ArticleInList = z.infer<typeof ArticleInList>;
export type ArticleForReader = z.infer<typeof ArticleForReader>;
export type Article = z.infer<typeof Article>;
