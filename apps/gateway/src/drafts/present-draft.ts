import type { z } from 'zod';
import type { ListedDraft, ReadDraft } from '#read-models/draft/draft-columns.sql.js';
import type { Draft, DraftInList } from './draft.answers.js';

/** A draft of a list as the API gives it. */
export function presentDraftInList(row: ListedDraft): z.infer<typeof DraftInList> {
  const { title, description, format, tagList, source = null, sectionId = null, remark = null } = row.content;
  return {
    ...{
      id: row.articleId,
      title,
      description,
      format,
      tagList,
      source,
      sectionId,
      remark,
      status: row.status,
      note: row.note,
      reason: row.reason,
    },
    publishAt: row.publishAt?.toISOString() ?? null,
    author: { id: row.authorId, username: row.authorName },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** A draft as the API gives it. */
export const presentDraft = (row: ReadDraft): z.infer<typeof Draft> => ({
  ...presentDraftInList(row),
  body: row.content.body,
});
