import { placesOfWords } from '#read-models/search-document/words-of.js';

export interface ExcerptPart {
  text: string;
  isMatch: boolean;
}

/** Characters of an excerpt, about, and of those before the first word that matches. */
export const excerptLength = 260;
const before = 80;

/**
 * A part of a text around its first word that matches, with all matches in it; its beginning if none does. The parts are
 * plain text.
 * @param matching numbers of words, the first is 1, in their order.
 */
export function excerptOf(text: string, matching: readonly number[]): ExcerptPart[] {
  const places = placesUpTo(text, matching.at(-1) ?? 0);
  const matches = matching.flatMap((number) => places[number - 1] ?? []);
  const start = wordAt(text, (matches[0]?.start ?? 0) - before);
  const end = start + excerptLength;
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const match of matches.filter((each) => each.start >= start && each.end <= end)) {
    parts.push({ text: text.slice(at, match.start), isMatch: false });
    parts.push({ text: text.slice(match.start, match.end), isMatch: true });
    at = match.end;
  }
  const last = text.length <= end ? text.length : Math.max(at, text.lastIndexOf(' ', end));
  parts.push({ text: text.slice(at, last), isMatch: false });
  return withDots(parts, start > 0, last < text.length).filter((part) => part.text !== '');
}

function placesUpTo(text: string, most: number): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const place of placesOfWords(text)) {
    if (places.length >= most) break;
    places.push(place);
  }
  return places;
}

/** The beginning of the first word at or behind a place. */
function wordAt(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.indexOf(' ', place);
  return space < 0 || space > place + before ? place : space + 1;
}

function withDots(parts: ExcerptPart[], isCutBefore: boolean, isCutBehind: boolean): ExcerptPart[] {
  const dots = { text: '…', isMatch: false };
  return [...(isCutBefore ? [dots] : []), ...parts, ...(isCutBehind ? [dots] : [])];
}
