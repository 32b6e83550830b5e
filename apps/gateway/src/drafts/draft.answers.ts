import { z } from 'zod';
import { BodyFormat } from '#contracts/body-format.js';
import { ArticleSource, ReturnReason } from '#contracts/articles/article.events.js';

export const DraftInList = z.object({
  id: z.uuid().describe('of the article that it becomes'),
  title: z.string(),
  description: z.string(),
  format: BodyFormat,
  tagList: z.array(z.string()),
  source: ArticleSource.nullable(),
  sectionId: z.uuid().nullable(),
  remark: z.string().nullable(),
  status: z.enum(['open', 'submitted', 'scheduled']),
  publishAt: z.iso.datetime().nullable().describe('null unless it is scheduled'),
  note: z.string().nullable().describe('why an editor gave it back'),
  reason: ReturnReason.nullable().describe('why it could not be published when it was due, and came back'),
  author: z.object({ id: z.uuid(), username: z.string() }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.int().describe('for `If-Match` of a change'),
});

export const Draft = DraftInList.extend({ body: z.string() });

export const DraftAnswer = z.object({ draft: Draft });
export const DraftsAnswer = z.object({ drafts: z.array(DraftInList), draftsCount: z.int() });
