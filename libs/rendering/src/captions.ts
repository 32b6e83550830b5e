import { markup, type Part } from './html-parts.js';
import { isCaption } from './shortcode-names.js';
import type { Ends, Piece } from './shortcode-pieces.js';

/**
 * The markup to insert before pieces, so that a picture in `[caption]` becomes a figure. Its caption is the text after the
 * picture, or else the attribute `caption`.
 */
export function captionsOf(pieces: readonly Piece[], { pairs }: Ends): Map<number, Part[]> {
  const put = new Map<number, Part[]>();
  for (const [begin, end] of pairs) {
    const piece = pieces[begin];
    if (piece?.kind !== 'shortcode' || !isCaption(piece.name)) continue;
    const words = wordsFrom(pieces, begin, end);
    if (words === undefined) continue;
    const hasWords = pieces.slice(words, end).some(({ kind, text }) => kind !== 'close' && text.trim() !== '');
    const [, , written = ''] = /\bcaption\s*=\s*(["'])(.*?)\1/s.exec(piece.attributes) ?? [];
    put.set(begin, [markup('\n\n<figure>')]);
    if (hasWords) {
      put.set(words, [markup('<figcaption>')]);
      put.set(end, [markup('</figcaption></figure>\n\n')]);
    } else put.set(end, [markup(`${written && `<figcaption>${written}</figcaption>`}</figure>\n\n`)]);
  }
  return put;
}

/** Where the caption's text begins: after the first picture, and after the link around it. */
function wordsFrom(pieces: readonly Piece[], begin: number, end: number): number | undefined {
  let isInLink = false;
  let behindPicture: number | undefined;
  for (let at = begin + 1; at < end; at += 1) {
    const piece = pieces[at] as Piece;
    if (behindPicture !== undefined && piece.kind === 'close' && piece.name === 'a') return at + 1;
    if (piece.kind !== 'open') continue;
    if (piece.name === 'a' && behindPicture === undefined) isInLink = true;
    if (piece.name === 'img') behindPicture ??= at + 1;
    if (behindPicture !== undefined && !isInLink) return behindPicture;
  }
  return behindPicture;
}
