import { z } from 'zod';

const Part = z.object({ text: z.string().describe('plain text, no HTML'), isMatch: z.boolean() });

export const Found = z.object({
  kind: z.enum(['article', 'comment']),
  article: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
  commentId: z.int().nullable().describe('null of an article'),
  author: z.object({
    id: z.uuid().nullable().describe('null where it is not known'),
    username: z.string(),
    kind: z.enum(['guest', 'account']),
  }),
  createdAt: z.iso.datetime(),
  excerpt: z.array(Part).describe('of the body, one after another, around the first word that matches'),
});

export const SearchAnswer = z.object({
  results: z.array(Found),
  resultsCount: z.int().describe('of those that were ranked'),
  hasOlder: z.boolean().describe('whether there may be older ones, which were not looked at'),
});

export const SuggestionsAnswer = z.object({
  suggestions: z.array(z.object({ slug: z.string(), title: z.string() })).describe('articles, the likest title first'),
});

export type Found = z.infer<typeof Found>;
