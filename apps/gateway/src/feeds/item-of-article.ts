import { escapeUTF8 } from 'entities';
import type { FeedArticle } from '#read-models/article-page/read-feed-articles.js';
import { webAddress } from '../comments/present-comment.js';
import type { Item } from './channel.js';
import { words } from './feed-words.js';
import { paths } from './paths.js';
import { withOrigin } from './with-origin.js';

/** An article as an item of a feed. @param origin of the site, as `https://news.example` */
export function itemOfArticle(article: FeedArticle, origin: string): Item {
  const { articleId, slug, authorId, section, source } = article;
  const title = (article.houseTitle ?? article.title).trim();
  const summary = (article.houseDescription ?? article.description).trim();
  const url = origin + paths.article(slug);
  return {
    id: `urn:uuid:${articleId}`,
    url,
    title: title || words.untitled,
    ...(summary !== '' && { summary }),
    ...(article.bodyHtml !== null && { html: withOrigin(contentOf(article, article.bodyHtml), origin) }),
    author: {
      name: article.authorName.trim() || words.nameless,
      ...(authorId !== null && { url: origin + paths.person(authorId) }),
    },
    publishedAt: article.createdAt,
    updatedAt: article.updatedAt,
    categories: [
      ...(section ? [{ name: section.name, url: origin + paths.section(section.slug) }] : []),
      ...article.tagList
        .filter((tag) => tag.trim() !== '')
        .map((tag) => ({ name: tag, url: origin + paths.tag(tag.toWellFormed()) })),
    ],
    via: source?.url !== undefined && webAddress.test(source.url) ? { name: source.name, url: source.url } : undefined,
    thread: { url: `${url}#comments`, feed: `${url}/feed`, count: article.commentCount },
  };
}

/** The body; what the house says of it stands apart, and whom it was taken from below. */
const contentOf = ({ remarkHtml, source }: FeedArticle, bodyHtml: string) =>
  [
    bodyHtml,
    ...(remarkHtml === null ? [] : [`<hr><p><b>${words.remark}</b></p>`, remarkHtml]),
    ...(source === null ? [] : [`<p>${words.source}: ${sourceHtml(source)}</p>`]),
  ].join('\n');

function sourceHtml({ name, url, author, publishedOn }: NonNullable<FeedArticle['source']>): string {
  const text = escapeUTF8(name);
  const isLink = url !== undefined && webAddress.test(url);
  const linked = isLink ? `<a href="${escapeUTF8(url)}" rel="nofollow ugc noopener">${text}</a>` : text;
  return [linked, ...[author, publishedOn].filter((part) => part !== undefined).map((part) => escapeUTF8(part))].join(
    ', ',
  );
}
