import { generateJsonFeed } from 'feedsmith';
import type { Channel, Item } from './channel.js';

/** Writes JSON Feed 1.1. */
export const writeJsonFeed = (channel: Channel): string =>
  JSON.stringify(
    generateJsonFeed({
      title: channel.title,
      ...(channel.description !== '' && { description: channel.description }),
      home_page_url: channel.page,
      feed_url: `${channel.address}.json`,
      language: channel.language,
      items: channel.items.map(itemOf),
    }),
  );

/** An item has to have a content. */
const contentOf = ({ html, summary = '' }: Item) =>
  html === undefined ? { content_text: summary } : { content_html: html, ...(summary !== '' && { summary }) };

const itemOf = (item: Item) => ({
  id: item.id,
  url: item.url,
  ...(item.via && { external_url: item.via.url }),
  title: item.title,
  ...contentOf(item),
  date_published: item.publishedAt,
  date_modified: item.updatedAt,
  authors: [item.author],
  tags: item.categories.map(({ name }) => name),
});
