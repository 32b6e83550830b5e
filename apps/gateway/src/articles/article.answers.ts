import { z } from 'zod';

const Author = z.object({
  id: z.uuid().nullable().describe('null where it is not known'),
  username: z.string(),
  bio: z.string().nullable(),
  image: z.string().nullable(),
  following: z.boolean(),
});

export const ArticleInList = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  tagList: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  favorited: z.boolean(),
  favoritesCount: z.int(),
  author: Author,
  source: z.object({ name: z.string(), url: z.string().optional() }).nullable().describe('whom it was taken from'),
  commentsClosed: z.boolean(),
  commentCount: z.int(),
});

export const Article = ArticleInList.extend({
  body: z.string().describe('as entered'),
  bodyHtml: z.string().describe('sanitised'),
});

export const ArticleAnswer = z.object({ article: Article });
/** An article as an account finds it in a list. */
const ArticleForReader = ArticleInList.extend({
  newCount: z.int().optional().describe('to an account that has visited its thread: comments shown since, but its own'),
});

export const ArticlesAnswer = z.object({ articles: z.array(ArticleForReader), articlesCount: z.int() });

export type ArticleInList = z.infer<typeof ArticleInList>;
export type Article = z.infer<typeof Article>;
