import { printable } from './printable.js';
import { sentence, type Word } from './sentence.js';

/** Prints a {@link sentence} on standard output: the tool's result. */
export function say(strings: TemplateStringsArray, ...words: Word[]): void {
  process.stdout.write(`${sentence(strings, ...words)}\n`);
}

/** Prints a {@link sentence} on standard error: progress and problems. */
export function tell(strings: TemplateStringsArray, ...words: Word[]): void {
  process.stderr.write(`${sentence(strings, ...words)}\n`);
}

/** Prints a line that programs read, byte by byte; at a terminal it is escaped. */
export function sayExactly(line: string): void {
  process.stdout.write(`${process.stdout.isTTY ? printable(line) : line}\n`);
}
