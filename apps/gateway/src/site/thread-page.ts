import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import type { Article } from '../articles/article.answers.js';
import type { Comment } from '../comments/comment.answers.js';
import { Html, html } from './html.js';
import { countOf, page, time } from './page.js';
import { inThreadOrder } from '../comments/thread-order.js';

const deepestIndent = 5;

const authorOf = ({ author }: Comment): Html => {
  const name = html`<strong>${author.username}</strong>${author.mark === undefined ? '' : ` · ${author.mark}`}`;
  return author.website === undefined ? name : html`<a href="${author.website}" rel="nofollow ugc">${name}</a>`;
};

const commentHtml = (comment: Comment, depth: number): Html =>
  html`<article id="comment-${comment.id}" class="d${Math.min(depth, deepestIndent)}">
    <small>${authorOf(comment)} · <a href="#comment-${comment.id}">${time(comment.createdAt)}</a></small>
    ${new Html(comment.bodyHtml)}
  </article> `;

const sourceOf = ({ source }: Article): Html => {
  if (source === null) return html``;
  return html` ·
  ${source.url === undefined ? source.name : html`<a href="${source.url}" rel="nofollow">${source.name}</a>`}`;
};

/**
 * An article and a page of its thread. Each reply is below the comment it answers if that is on the page too. Both
 * bodies were sanitised when they were stored.
 * @param behind the comment after which the next page begins; undefined if there is none.
 */
export const threadPage = (article: Article, comments: readonly Comment[], behind: string | undefined): string =>
  page(
    `${article.title} · Broadside`,
    html`<article>
        <small>${time(article.createdAt)} · Posted by: ${article.author.username}${sourceOf(article)}</small>
        <h1>${article.title}</h1>
        ${new Html(article.bodyHtml)}
      </article>
      <h2>${countOf(article.commentCount, 'comment')}</h2>
      ${article.commentsClosed ? html`<p class="closed">${commentsClosedSentence}</p>` : ''}
      ${inThreadOrder(comments).map(({ comment, depth }) => commentHtml(comment, depth))}
      ${behind === undefined ? '' : html`<p><a rel="next" href="?after=${behind}">More comments</a></p>`}`,
  );
