import { wordsOf } from './words-of.js';

export interface SearchWords {
  /** For `websearch_to_tsquery`: words, phrases in quotes, `or`, and `-` before what must not be there. */
  query: string;
  /** What is looked for, without what must not be there. */
  wanted: string;
}

const part = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/** What somebody typed, as words; what is written as one, as `well-known`, is a phrase. */
export function searchWords(typed: string): SearchWords {
  const parts = [...typed.matchAll(part)].map(([, minus = '', phrase, plain = '']) => ({
    ...{ minus, words: wordsOf(phrase ?? plain) },
  }));
  const found = parts.filter(({ words }) => words !== '');
  return {
    query: found.map(({ minus, words }) => `${minus}${words.includes(' ') ? `"${words}"` : words}`).join(' '),
    wanted: found.flatMap(({ minus, words }) => (minus === '' ? [words] : [])).join(' '),
  };
}
