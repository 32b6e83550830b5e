import { parseLine, type Line } from './json-lines-format.js';
import { readLines } from './read-lines.js';
import { UnfitLine } from './unfit-line.js';

/** A line that cannot be taken; what came before it in the file stays. */
export class BadLine extends Error {
  constructor(file: string, number: number, reason: string) {
    super(`${file}, line ${number}: ${reason}`);
  }
}

/** The articles and comments of a file one by one. Empty lines are passed over. @throws BadLine */
export async function* readJsonLines(file: string): AsyncGenerator<Line> {
  let number = 1;
  try {
    for await (const text of readLines(file)) {
      if (text.trim() !== '') yield parseLine(text);
      number += 1;
    }
  } catch (error) {
    throw error instanceof UnfitLine ? new BadLine(file, number, error.message) : error;
  }
}
