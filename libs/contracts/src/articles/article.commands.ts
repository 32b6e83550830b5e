import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { Provenance } from '../event-data.js';
import { plainText, singleLine } from '../plain-text.js';

const Source = z.object({ name: singleLine(300), url: z.httpUrl('must be an http or https address').optional() });

export const PublishArticle = z.object({
  title: singleLine(300),
  description: plainText(2000),
  body: plainText(200_000),
  format: BodyFormat.default('text'),
  tagList: z.array(singleLine(100)).max(50).default([]),
  source: Source.optional(),
});
export type PublishArticle = z.infer<typeof PublishArticle>;

export const CloseComments = z.object({ articleId: z.uuid() });
export const ReopenComments = z.object({ articleId: z.uuid() });

export const ImportArticles = z.object({
  articles: z
    .array(
      z.object({
        slug: z.string().min(1).max(300),
        title: z.string().max(2000),
        description: z.string().max(20_000).default(''),
        body: z.string().max(5_000_000).default(''),
        format: BodyFormat.default('html'),
        tagList: z.array(z.string().max(300)).max(500).default([]),
        publishedAt: z.iso.datetime(),
        commentsClosed: z.boolean(),
        authorId: z.uuid().optional(),
        provenance: Provenance,
      }),
    )
    .max(500),
});
export type ImportArticles = z.infer<typeof ImportArticles>;

export interface ArticleImported {
  articleId: string;
  slug: string;
  version: number;
  added: boolean;
}
