import type { BroadsideEvent, OpenedOf } from '#contracts/events.js';
import { erasedText } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import {
  deleteDocumentsOfArticles,
  deleteDocumentsOfComments,
} from '#read-models/search-document/delete-search-documents.js';
import { loadSearchDocuments, wordsOfHtml } from '#read-models/search-document/load-search-documents.js';
import { saveSearchDocuments } from '#read-models/search-document/save-search-documents.js';
import type { SearchDocument } from '#read-models/search-document/search-document.entity.js';
import { wordsOf } from '#read-models/search-document/words-of.js';
import { pipelined } from '#postgres/pipelined.js';
import { idOfRemark, shownBody, type BatchContext } from '../batch-context.js';
import { textOfComment, textOfEdit } from '../comment-thread/text-of-comment.js';

/**
 * `hidden`: held, so there is none yet. `removed`: there is none any more. `gone`: withdrawn, with all that stands below
 * it.
 */
type Row = SearchDocument & { state?: 'hidden' | 'removed' | 'gone' | undefined };

const idOf = (articleId: string, commentId: number) => `${articleId}/${commentId}`;

function documentsOf({ type, data }: BroadsideEvent): string[] {
  switch (type) {
    case 'ArticlePublished':
    case 'ArticleRevised':
    case 'ArticleWithdrawn':
      return [idOf(data.articleId, 0)];
    case 'CommentPosted':
    case 'CommentApproved':
    case 'CommentEdited':
    case 'CommentDeleted':
      return [idOf(data.articleId, data.commentId)];
    default:
      return [];
  }
}

/**
 * What readers find, from the topics of articles and comments. It comes behind the heads of articles, which are locked
 * until the commit: so a comment and the withdrawal of its article, of two partitions, are stored one after another.
 */
export const searchDocument: Projection<Row, BatchContext> = {
  name: 'search-document',
  isShared: true,
  rowIds: documentsOf,
  begins: ({ type }) => type === 'ArticlePublished' || type === 'CommentPosted',
  load: async (client, ids) => {
    const pairs = ids.map((id) => id.split('/') as [string, string]);
    const articles = pairs.filter(([, commentId]) => commentId === '0').map(([articleId]) => articleId);
    const comments = pairs.map(([, commentId]) => Number(commentId)).filter((commentId) => commentId !== 0);
    const found = await loadSearchDocuments(client, articles, comments);
    return new Map(
      found.map((row) => [
        idOf(row.articleId, row.commentId),
        { ...row, ...(row.isHeld && { state: 'hidden' as const }) },
      ]),
    );
  },
  evolve: (row, event, _id, context) => {
    switch (event.type) {
      case 'ArticlePublished':
        return { ...ofArticle(event, context), personId: event.data.authorId, at: event.occurredAt };
      case 'ArticleRevised':
        return row && { ...row, ...ofArticle(event, context) };
      case 'ArticleWithdrawn':
        return { ...gone, articleId: event.data.articleId };
      case 'CommentPosted':
        return posted(event, context);
      case 'CommentApproved':
        return row && { ...row, state: undefined };
      case 'CommentEdited':
        return row && edited(row, event, context);
      case 'CommentDeleted':
        return { ...gone, ...idsOf(event.data), state: 'removed' };
      default:
        return undefined;
    }
  },
  save: async (client, rows) => {
    const withdrawn = rows.filter(({ state }) => state === 'gone').map(({ articleId }) => articleId);
    const shown = rows.filter(({ state }) => state === undefined);
    const removed = rows.filter(({ state }) => state === 'removed');
    await pipelined([
      removed.length > 0 && deleteDocumentsOfComments(client, removed),
      withdrawn.length > 0 && deleteDocumentsOfArticles(client, withdrawn),
      shown.length > 0 && saveSearchDocuments(client, shown),
    ]);
  },
};

const gone = {
  ...{ commentId: 0, personId: '', at: '', changedAt: null, sectionId: null, title: '', description: '', body: '' },
  state: 'gone' as const,
};

function ofArticle(event: OpenedOf<'ArticlePublished' | 'ArticleRevised'>, context: BatchContext) {
  const { articleId, title, description, sectionId, remark } = event.data;
  const { bodyHtml } = shownBody(context, event);
  const remarkHtml = remark === undefined ? '' : shownBody(context, { id: idOfRemark(event.id) }).bodyHtml;
  return {
    ...{ articleId, commentId: 0, sectionId: sectionId ?? null, changedAt: event.occurredAt },
    ...{ title: wordsOf(title), description: wordsOf(description), body: wordsOfHtml(`${bodyHtml} ${remarkHtml}`) },
  };
}

const idsOf = ({ articleId, commentId }: { articleId: string; commentId: number }) => ({ articleId, commentId });

function edited(row: Row, event: OpenedOf<'CommentEdited'>, context: BatchContext): Row {
  const { body, bodyHtml } = textOfEdit(event, context);
  if (body === erasedText) return { ...row, state: 'removed' };
  const { heldBecause, wasShown } = event.data;
  const state = heldBecause === undefined ? undefined : wasShown ? 'removed' : 'hidden';
  return { ...row, body: wordsOfHtml(bodyHtml), state };
}

function posted(event: OpenedOf<'CommentPosted'>, context: BatchContext): Row | undefined {
  const { articleId, commentId, author, heldBecause } = event.data;
  const { body, bodyHtml } = textOfComment(event, context);
  if (body === erasedText) return undefined;
  return {
    ...{ articleId, commentId, personId: author.personId, at: event.occurredAt, sectionId: null },
    ...{ changedAt: null, title: '', description: '', body: wordsOfHtml(bodyHtml) },
    ...(heldBecause !== undefined && { state: 'hidden' }),
  };
}
