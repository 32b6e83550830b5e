import { RecordingSink } from '../recording-sink.js';
import { readWordpress } from './read-wordpress.js';

/** Reads bytes in portions of a few, for tests. */
export async function read(content: string | Buffer, portion = 777): Promise<RecordingSink & { refused?: string }> {
  const bytes = Buffer.from(content);
  const sink: RecordingSink & { refused?: string } = new RecordingSink();
  async function* portions() {
    for (let at = 0; at < bytes.length; at += portion) yield await Promise.resolve(bytes.subarray(at, at + portion));
  }
  try {
    await readWordpress(portions(), undefined, sink);
  } catch (error) {
    sink.refused = (error as Error).message;
  }
  return sink;
}

export const rss = (inside: string) =>
  `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://a.example</link>${inside}</channel></rss>`;
export const item = (more = '') =>
  `<item><title>T</title><wp:post_id>1</wp:post_id><pubDate>Tue, 14 Jan 2014 17:31:03 +0000</pubDate>${more}</item>`;
export const comment = (id: number, content = 'text') =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Ann</wp:comment_author>` +
  `<wp:comment_date_gmt>2014-01-14 17:32:12</wp:comment_date_gmt><wp:comment_content>${content}</wp:comment_content>` +
  `<wp:comment_approved>1</wp:comment_approved></wp:comment>`;
