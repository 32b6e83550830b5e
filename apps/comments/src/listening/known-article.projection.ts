import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';

export interface KnownArticle {
  articleId: string;
  commentsClosed: boolean;
}

/** The articles, and whether they accept comments, from the articles topic. One that was withdrawn accepts none. */
export const knownArticle: Projection<KnownArticle, unknown, BroadsideEvent> = {
  name: 'known-article',
  rowIds: (event) => {
    switch (event.type) {
      case 'ArticlePublished':
      case 'ArticleWithdrawn':
      case 'CommentsClosed':
      case 'CommentsReopened':
        return [event.data.articleId];
      default:
        return [];
    }
  },
  evolve: (_row, event, articleId) => {
    if (event.type === 'ArticlePublished') return { articleId, commentsClosed: event.data.commentsClosed };
    return { articleId, commentsClosed: event.type !== 'CommentsReopened' };
  },
  save: async (client, rows) => {
    await client.query({
      name: 'save-known-articles',
      text: `INSERT INTO listening.known_article (article_id, comments_closed)
             SELECT * FROM unnest($1::uuid[], $2::boolean[])
             ON CONFLICT (article_id) DO UPDATE SET comments_closed = excluded.comments_closed`,
      values: [rows.map(({ articleId }) => articleId), rows.map(({ commentsClosed }) => commentsClosed)],
    });
  },
};
