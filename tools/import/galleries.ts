import { fitsArchiveBody } from '#contracts/plain-text.js';
import type { ArchiveArticle } from './archive.js';

/** A file of a blog, as its export names it. */
export interface Attachment {
  id: string;
  url: string;
  title: string;
  /** The id of the post it was uploaded with. */
  parent: string;
}

/** Which attachments: those of these ids, in that order, or all of a post. */
export type Wanted = { ids: string[] } | { parent: string };

/** Upper bound of the files that an article's galleries show; a link stands for the others. */
export const maxOfGalleries = 500;

const gallery = /(?<!\[)\[(?:gallery|playlist)((?:\s[^[\]]*)?)\/?\](?!\])/gi;

/**
 * Replaces `[gallery]` and `[playlist]` of an article, which name the blog's files by numbers, by the pictures, or by links
 * to other files. If the export lacks the files, it inserts a link to the original article.
 */
export function withGalleries(article: ArchiveArticle, find: (wanted: Wanted) => Attachment[]): ArchiveArticle {
  if (article.format !== 'html' || !/\[(?:gallery|playlist)/i.test(article.body)) return article;
  const { permalink } = article.provenance;
  const [own = ''] = article.externalId.split('@');
  let left = maxOfGalleries;
  const isInCode = inCode(article.body);
  const body = article.body.replace(gallery, (written, attributes: string, at: number) => {
    if (left === 0 || isInCode(at)) return written;
    const files = find(wantedBy(attributes, own)).filter(({ url }) => /^https?:\/\//i.test(url));
    if (files.length > 0 && files.length <= left) {
      left -= files.length;
      return files.map(shown).join('');
    }
    if (permalink === undefined) return written;
    left -= 1;
    return `\n\n<a href="${escape(permalink)}">Gallery</a>\n\n`;
  });
  return fitsArchiveBody(body) ? { ...article, body } : article;
}

const marks = /<(\/?)(?:pre|code|kbd|samp|tt|textarea|script|style)\b|\[(\/?)(?:code|sourcecode)\b/gi;

/** Whether a position is inside code, where a gallery is only an example; call it with ascending positions. */
function inCode(html: string): (at: number) => boolean {
  const ranges: [begin: number, end: number][] = [];
  let open: number | undefined;
  for (const { index, 1: slash, 2: otherSlash } of html.matchAll(marks)) {
    if (!(slash || otherSlash)) open ??= index;
    else if (open !== undefined) {
      ranges.push([open, index]);
      open = undefined;
    }
  }
  let next = 0;
  return (at) => {
    while ((ranges[next]?.[1] ?? Infinity) < at) next += 1;
    return (ranges[next]?.[0] ?? Infinity) < at;
  };
}

function wantedBy(attributes: string, own: string): Wanted {
  const valueOf = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']?([\\d,\\s]+)`, 'i').exec(attributes)?.[1];
  const ids = (valueOf('ids') ?? valueOf('include') ?? '').split(/[,\s]+/).filter((id) => id !== '');
  return ids.length > 0 ? { ids: ids.slice(0, maxOfGalleries + 1) } : { parent: valueOf('id')?.trim() ?? own };
}

function shown({ url, title }: Attachment): string {
  const isPicture = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)/i.test(url);
  const file = isPicture
    ? `<img src="${escape(url)}" alt="${escape(title)}" />`
    : `<a href="${escape(url)}">${escape(title || url)}</a>`;
  return `\n\n<figure>${file}</figure>\n\n`;
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes.get(character) ?? '');
