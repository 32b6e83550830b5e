import { captionsOf } from './captions.js';
import { linkTo } from './bare-links.js';
import { markup, text, type Part } from './html-parts.js';
import { isCaption, isCode, isKnownShortcode, placeOf, standsAlone } from './shortcode-names.js';
import type { Ends, Piece, Shortcode } from './shortcode-pieces.js';
import { WhereTextStands } from './where-text-stands.js';

const pre: Part = { kind: 'open', text: '<pre>', name: 'pre', attributes: new Map() };
const inBrackets = /\[(\[?)(\/?)([a-z][\w.-]{0,40})((?:\s|=)[^[\]]*|\/)?\](\]?)/gi;

/**
 * Replaces WordPress's shortcodes: a caption by a figure, a player by a link to what it plays. Only known names, and only in
 * text, are replaced: `[sic]`, `[sarcasm]` and `<code>[gallery]</code>` stay as they were written.
 */
export function withoutShortcodes(parts: readonly Part[]): Part[] {
  const where = new WhereTextStands();
  const pieces = parts.flatMap((part): Piece[] => {
    where.pass(part);
    return part.kind === 'text' && !where.isVerbatim && part.text.includes('[') ? piecesOf(part.text) : [part];
  });
  if (!pieces.some(({ kind }) => kind === 'shortcode')) return pieces as Part[];
  const ends = endsOf(pieces);
  const put = captionsOf(pieces, ends);
  let codeUntil = -1;
  return pieces.flatMap((piece, at) => {
    if (piece.kind !== 'shortcode') return [...(put.get(at) ?? []), piece];
    if (at < codeUntil) return [text(piece.text)];
    if (isCode(piece.name) && ends.pairs.has(at)) codeUntil = ends.pairs.get(at) ?? at;
    return [...(put.get(at) ?? []), ...shown(piece, at, ends)];
  });
}

function piecesOf(written: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of written.matchAll(inBrackets)) {
    const [whole, escape, slash, name = '', attributes = '', unescape] = match;
    if (!isKnownShortcode(name.toLowerCase())) continue;
    pieces.push(text(written.slice(at, match.index)));
    at = match.index + whole.length;
    // WordPress shows [[gallery]] as [gallery].
    if (escape && unescape) pieces.push(text(whole.slice(1, -1)));
    else {
      const shortcode = { text: whole.slice(escape?.length, whole.length - (unescape?.length ?? 0)) };
      if (escape) pieces.push(text('['));
      pieces.push({ kind: 'shortcode', ...shortcode, name: name.toLowerCase(), isClosing: slash === '/', attributes });
      if (unescape) pieces.push(text(']'));
    }
  }
  return [...pieces, text(written.slice(at))];
}

/** Pairs each opening shortcode with the next closing one of its name, if no other of that name opens between. */
function endsOf(pieces: readonly Piece[]): Ends {
  const next = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const [at, piece] of [...pieces.entries()].reverse()) {
    if (piece.kind !== 'shortcode') continue;
    const end = next.get(piece.name);
    if (piece.isClosing) next.set(piece.name, at);
    else {
      if (end !== undefined) pairs.set(at, end);
      next.delete(piece.name);
    }
  }
  return { pairs, closers: new Set(pairs.values()) };
}

/** What replaces a shortcode; a word in brackets stays. */
function shown(
  { name, text: written, isClosing, attributes }: Shortcode,
  at: number,
  { pairs, closers }: Ends,
): Part[] {
  const isPaired = pairs.has(at) || closers.has(at);
  if (isCode(name))
    return isPaired ? [isClosing ? { kind: 'close', text: '</pre>', name: 'pre' } : pre] : [text(written)];
  if (isClosing) return isPaired || isCaption(name) ? [] : [text(written)];
  if (!isPaired && !standsAlone(name, attributes)) return [text(written)];
  const place = placeOf(name, attributes);
  return place === undefined ? [] : [markup(`\n${linkTo(place)}\n`)];
}
