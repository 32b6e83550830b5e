import { generateAtomFeed } from 'feedsmith';
import { type Channel, type Item, updatedAt } from './channel.js';

const type = 'application/atom+xml';

/** Writes Atom (RFC 4287), with the numbers of comments as RFC 4685 has them. */
export const writeAtom = (channel: Channel): string =>
  generateAtomFeed({
    id: channel.id,
    title: text(channel.title),
    ...(channel.description !== '' && { subtitle: text(channel.description) }),
    updated: updatedAt(channel),
    links: [
      { href: channel.page, rel: 'alternate', type: 'text/html' },
      { href: `${channel.address}.atom`, rel: 'self', type },
    ],
    entries: channel.items.map(entryOf),
    xml: { lang: channel.language },
  });

const text = (value: string) => ({ value, type: 'text' });

const entryOf = ({ author, via, thread, summary, html, ...item }: Item) => ({
  id: item.id,
  title: text(item.title),
  published: item.publishedAt,
  updated: item.updatedAt,
  authors: [{ name: author.name, ...(author.url !== undefined && { uri: author.url }) }],
  categories: item.categories.map(({ name, url }) => ({ term: name, scheme: url })),
  links: [
    { href: item.url, rel: 'alternate', type: 'text/html' },
    ...(via ? [{ href: via.url, rel: 'via', title: via.name }] : []),
    ...(thread ? [{ href: `${thread.feed}.atom`, rel: 'replies', type }] : []),
  ],
  // Not `thr:count` of the link: the library writes it without binding its prefix.
  ...(thread && { thr: { total: thread.count } }),
  ...(summary !== undefined && { summary: text(summary) }),
  ...(html !== undefined && { content: { value: html, type: 'html' } }),
});
