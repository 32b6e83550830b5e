import type { Draft } from '#contracts/articles/article.commands.js';
import type { ReturnReason } from '#contracts/articles/article.events.js';
import type { DraftStatus } from './draft.entity.js';

export interface ReadDraft {
  articleId: string;
  status: DraftStatus;
  content: Draft;
  publishAt: Date | null;
  note: string | null;
  reason: ReturnReason | null;
  createdAt: Date;
  updatedAt: Date;
  authorId: string;
  authorName: string;
  /** Of its stream. */
  version: number;
}

export interface ListedDraft extends Omit<ReadDraft, 'content'> {
  content: Omit<Draft, 'body'>;
}

const columns = (content: string) => `
  draft.article_id AS "articleId", draft.status, ${content} AS content, draft.publish_at AS "publishAt", draft.note, draft.reason,
  draft.created_at AS "createdAt", draft.updated_at AS "updatedAt", draft.author_id AS "authorId",
  coalesce(author.name, '') AS "authorName",
  coalesce((SELECT version FROM stream_progress WHERE stream = 'article-' || draft.article_id), 0) AS version`;

export const columnsOfDraft = columns('draft.content');
/** Without its body. */
export const columnsOfListedDraft = columns(`draft.content - 'body'`);

export const joinsOfDraft = 'LEFT JOIN commenter AS author ON author.person_id = draft.author_id';
