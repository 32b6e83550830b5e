import { notFound } from '#http/problem.js';
import type { Channel } from './channel.js';
import { writeAtom } from './write-atom.js';
import { writeJsonFeed } from './write-json-feed.js';
import { writeRss } from './write-rss.js';

interface FeedFormat {
  type: string;
  write(channel: Channel): string;
}

const formats = new Map<string, FeedFormat>([
  ['rss', { type: 'application/rss+xml; charset=utf-8', write: writeRss }],
  ['atom', { type: 'application/atom+xml; charset=utf-8', write: writeAtom }],
  ['json', { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed }],
]);

export const feedFormats = [...formats.keys()];

/** @throws Problem 404 if there is none such. */
export function feedFormat(name: string): FeedFormat {
  const format = formats.get(name);
  if (format === undefined) throw notFound('feed');
  return format;
}
