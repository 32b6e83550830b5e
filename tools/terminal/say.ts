import { printable } from './printable.js';
import { sentence, type Word } from './sentence.js';

/** Prints a {@link sentence} on standard output: what the tool was asked for. */
export function say(strings: TemplateStringsArray, ...words: Word[]): void {
  process.stdout.write(`${sentence(strings, ...words)}\n`);
}

/** Prints a {@link sentence} on standard error: how the work goes, and what is wrong. */
export function tell(strings: TemplateStringsArray, ...words: Word[]): void {
  process.stderr.write(`${sentence(strings, ...words)}\n`);
}

/** Prints a line that must be the same to a machine, byte by byte; at a terminal, where nobody reads bytes, printable. */
export function sayExactly(line: string): void {
  process.stdout.write(`${process.stdout.isTTY ? printable(line) : line}\n`);
}
