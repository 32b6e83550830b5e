import { printable, shown } from './printable.js';

/** Text that is fit for a terminal as it is, such as a table or a tool's usage. */
export class Lines {
  constructor(readonly text: string) {}
}

export type Word = string | number | Lines;

/** A template whose values are quoted words: escaped and cut, so that none can forge a line or a row. */
export const sentence = (strings: TemplateStringsArray, ...words: Word[]): string =>
  String.raw({ raw: strings }, ...words.map(fit));

function fit(word: Word): string {
  if (word instanceof Lines) return word.text;
  return typeof word === 'number' ? String(word) : shown(word);
}

const longestMessage = 5_000;

/** An error's message, line by line; for an unexpected error also where it was thrown. */
export function linesOf(error: unknown, { withStack = false } = {}): Lines {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const text = (withStack && stack) || message;
  return new Lines(text.slice(0, longestMessage).split('\n').map(printable).join('\n'));
}
