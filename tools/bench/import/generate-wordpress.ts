import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { sentences } from '../sentences.js';

export interface ExportSize {
  articles: number;
  comments: number;
  /** How deep one of the threads goes; the others go at most five deep. */
  deepest: number;
}

const firstMs = Date.UTC(2009, 0, 1);
const wordpressTime = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** How many comments each article has: few have most of them, as the nth is worth 1/n. */
function threadSizes({ articles, comments, deepest }: ExportSize): number[] {
  const harmonic = Array.from({ length: articles }, (_, at) => 1 / (at + 1)).reduce((sum, each) => sum + each, 0);
  const sizes = Array.from({ length: articles }, (_, at) => Math.floor((comments - deepest) / (at + 1) / harmonic));
  const missing = comments - deepest - sizes.reduce((sum, each) => sum + each, 0);
  return sizes.map((size, at) => size + (at < missing ? 1 : 0));
}

/** Writes an export that always is the same for its size, with one thread as deep as told, piece by piece. */
export async function generateWordpress(file: string, size: ExportSize): Promise<void> {
  const out = createWriteStream(file);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    `<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>` +
      `<link>https://storm.example</link><wp:wxr_version>1.2</wp:wxr_version>\n`,
  );
  let id = 0;
  for (const [at, comments] of threadSizes(size).entries()) {
    await write(articleBegins(at));
    const first = id + 1;
    for (let nth = 0; nth < comments; nth += 1) await write(comment((id += 1), parentWithin(first, nth), at));
    // The deep thread is the article's in the middle.
    if (at === size.articles >> 1) {
      for (let depth = 0; depth < size.deepest; depth += 1) await write(comment((id += 1), depth && id - 1, at));
    }
    await write('</item>\n');
  }
  await write('</channel></rss>\n');
  out.end();
  await once(out, 'finish');
}

/** Two thirds answer one of the comments before them in the same thread, at most five deep. */
const parentWithin = (first: number, nth: number) => (nth % 6 < 2 ? 0 : first + nth - 1 - (nth % 6 === 5 ? 1 : 0));

function articleBegins(at: number): string {
  const time = wordpressTime(firstMs + at * 21_600_000);
  return (
    `<item><title>Storm ${at}</title><link>https://storm.example/${at}</link><dc:creator>crew${at % 7}</dc:creator>` +
    `<content:encoded><![CDATA[<p>${sentences(at)}</p>]]></content:encoded><wp:post_id>${at + 1}</wp:post_id>` +
    `<wp:post_date_gmt>${time}</wp:post_date_gmt><wp:comment_status>open</wp:comment_status>` +
    `<wp:post_name>storm-${at}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\n`
  );
}

function comment(id: number, parent: number, article: number): string {
  const person = (id * 7_919) % 60_000;
  const time = wordpressTime(firstMs + article * 21_600_000 + (id % 500_000) * 1_000);
  return (
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[Sailor ${person}]]></wp:comment_author>` +
    `<wp:comment_author_email>s${person}@storm.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>` +
    `<wp:comment_date_gmt>${time}</wp:comment_date_gmt><wp:comment_content><![CDATA[${sentences(id)}]]></wp:comment_content>` +
    `<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>\n`
  );
}
