/** Characters of one text that are searched, and of one word. */
export const longestSearchedText = 100_000;
export const longestSearchedWord = 60;

const word = /[\p{L}\p{M}\p{N}]+/gu;
const noWord = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of a plain text, each with where it stands. Postgres gets nothing but words, one after another: its own parser
 * takes minutes over 100,000 characters of `a_a_a_…`, and knows no letters but ASCII's where the database has the locale C.
 */
export function* placesOfWords(text: string): Generator<{ start: number; end: number }> {
  for (const { index, 0: found } of text.matchAll(word)) yield { start: index, end: index + found.length };
}

/** Each word of a plain text in the form in which words are compared, with spaces between; linear in its length. */
export function wordsOf(text: string): string {
  const found = text.slice(0, longestSearchedText).match(word) ?? [];
  return found.map(comparedWord).join(' ').slice(0, longestSearchedText);
}

/** One word stays one, whatever it is made of. */
const comparedWord = (one: string) =>
  one.slice(0, longestSearchedWord).normalize('NFKC').toLowerCase().replace(noWord, '').slice(0, longestSearchedWord);
