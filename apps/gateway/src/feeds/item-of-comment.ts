import type { FeedComment } from '#read-models/comment-thread/read-feed-comments.js';
import type { Item } from './channel.js';
import { words } from './feed-words.js';
import { withOrigin } from './with-origin.js';

/** A comment as an item of its thread's feed. @param url of the article */
export function itemOfComment(comment: FeedComment, article: { id: string; title: string; url: string }): Item {
  const { commentId, createdAt, shownAt, editedAt } = comment;
  const name = comment.name.trim() || words.nameless;
  return {
    id: `urn:uuid:${article.id}#comment-${commentId}`,
    url: `${article.url}?comment=${commentId}#comment-${commentId}`,
    title: `${name}: ${article.title}`,
    html: withOrigin(comment.bodyHtml, new URL(article.url).origin),
    author: { name },
    publishedAt: createdAt,
    // A held comment is news when it is approved, and any when it says something else.
    updatedAt: new Date(Math.max(...[createdAt, shownAt, editedAt ?? createdAt].map(Number))),
    categories: [],
  };
}
