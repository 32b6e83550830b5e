import type { ArticleInList } from '../articles/article.answers.js';
import { html } from './html.js';
import { countOf, page, time } from './page.js';

/** The latest articles, with the number of comments under each. */
export const frontPage = (articles: readonly ArticleInList[]): string =>
  page(
    'Broadside',
    articles.length === 0
      ? html`<p>Nothing is published yet.</p>`
      : html`${articles.map(
          (article) =>
            html`<article>
              <small>${time(article.createdAt)}${article.source ? ` · ${article.source.name}` : ''}</small>
              <h2><a href="/articles/${encodeURIComponent(article.slug)}">${article.title}</a></h2>
              <p>${article.description}</p>
              <small>${countOf(article.commentCount, 'comment')}${article.commentsClosed ? ' · closed' : ''}</small>
            </article> `,
        )}`,
  );
