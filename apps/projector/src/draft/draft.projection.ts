import type { Draft } from '#contracts/articles/article.commands.js';
import type { OpenedEvent } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import { deleteDrafts } from '#read-models/draft/delete-drafts.js';
import type { DraftRow } from '#read-models/draft/draft.entity.js';
import { loadDrafts } from '#read-models/draft/load-drafts.js';
import { saveDrafts } from '#read-models/draft/save-drafts.js';

/** What was published or discarded is no draft. */
type Row = DraftRow | { articleId: string; content?: never };

const isDraft = (row: Row | undefined): row is DraftRow => row?.content !== undefined;

/** Articles that are not published yet, from the articles topic. */
export const draft: Projection<Row> = {
  name: 'draft',
  rowIds: (event) => {
    switch (event.type) {
      case 'ArticleDrafted':
      case 'ArticleSubmitted':
      case 'SubmissionReturned':
      case 'ArticleScheduled':
      case 'ArticleUnscheduled':
      case 'DraftDiscarded':
        return [event.data.articleId];
      case 'ArticlePublished':
        // An article that was no draft begins with it.
        return event.version === 1 ? [] : [event.data.articleId];
      default:
        return [];
    }
  },
  load: loadDrafts,
  evolve: (row, event, articleId) => {
    const before = isDraft(row) ? row : undefined;
    if (event.type === 'ArticleDrafted') return drafted(before, event);
    if (event.type === 'ArticlePublished' || event.type === 'DraftDiscarded') return { articleId };
    const now = before && changed(before, event);
    return now && { ...now, updatedAt: event.occurredAt };
  },
  save: async (client, rows) => {
    const gone = rows.filter((row) => !isDraft(row)).map(({ articleId }) => articleId);
    if (gone.length > 0) await deleteDrafts(client, gone);
    await saveDrafts(client, rows.filter(isDraft));
  },
};

/** The draft of somebody who is erased is none. */
function drafted(before: DraftRow | undefined, event: Extract<OpenedEvent, { type: 'ArticleDrafted' }>): Row {
  const { articleId, authorId, draft: said } = event.data;
  if (said === erased) return { articleId };
  const begun = { status: 'open' as const, publishAt: null, note: null, reason: null, createdAt: event.occurredAt };
  return { ...begun, ...before, articleId, authorId, content: JSON.parse(said) as Draft, updatedAt: event.occurredAt };
}

function changed(before: DraftRow, event: OpenedEvent): DraftRow | undefined {
  switch (event.type) {
    case 'ArticleSubmitted':
      return { ...before, status: 'submitted', note: null, reason: null };
    case 'ArticleUnscheduled':
      return { ...before, status: 'submitted', publishAt: null };
    case 'SubmissionReturned': {
      const { note, reason = null } = event.data;
      return { ...before, status: 'open', publishAt: null, note: typeof note === 'string' ? note : null, reason };
    }
    case 'ArticleScheduled':
      return { ...before, status: 'scheduled', publishAt: event.data.publishAt, reason: null };
    default:
      return undefined;
  }
}
