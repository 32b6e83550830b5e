import { escapeUTF8 } from 'entities';
import { generateRssFeed } from 'feedsmith';
import { type Channel, type Item, updatedAt } from './channel.js';

/** Writes RSS 2.0. Its description is HTML, so plain text is escaped for that. */
export const writeRss = (channel: Channel): string =>
  generateRssFeed({
    title: channel.title,
    link: channel.page,
    description: channel.description || channel.title,
    language: channel.language,
    lastBuildDate: updatedAt(channel),
    atom: { links: [{ href: `${channel.address}.rss`, rel: 'self', type: 'application/rss+xml' }] },
    items: channel.items.map(itemOf),
  });

const itemOf = (item: Item) => ({
  title: item.title,
  link: item.url,
  guid: { value: item.id, isPermaLink: false },
  pubDate: item.publishedAt,
  description: item.summary === undefined ? (item.html ?? '') : escapeUTF8(item.summary),
  ...(item.summary !== undefined && item.html !== undefined && { content: { encoded: item.html } }),
  dc: { creators: [item.author.name] },
  categories: item.categories.map(({ name, url }) => ({ name, domain: url })),
  ...(item.thread && {
    comments: item.thread.url,
    slash: { comments: item.thread.count },
    wfw: { commentRss: `${item.thread.feed}.rss` },
  }),
});
