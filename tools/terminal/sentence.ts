import { printable, shown } from './printable.js';

/** Text that is fit for a terminal as it stands, such as a table or a tool's usage. */
export class Lines {
  constructor(readonly text: string) {}
}

export type Word = string | number | Lines;

/** A template whose words are outside words: printable and cut, so that none of them can forge a line or a row. */
export const sentence = (strings: TemplateStringsArray, ...words: Word[]): string =>
  String.raw({ raw: strings }, ...words.map(fit));

function fit(word: Word): string {
  if (word instanceof Lines) return word.text;
  return typeof word === 'number' ? String(word) : shown(word);
}

const longestMessage = 5_000;

/** What an error says, line by line; of one that is nobody's at the terminal, where it was thrown too. */
export function linesOf(error: unknown, { withStack = false } = {}): Lines {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const text = (withStack && stack) || message;
  return new Lines(text.slice(0, longestMessage).split('\n').map(printable).join('\n'));
}
