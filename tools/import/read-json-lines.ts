import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseLine, type Line } from './json-lines-format.js';

/** A line that cannot be taken; what came before it in the file stays. */
export class BadLine extends Error {
  constructor(file: string, number: number, reason: string) {
    super(`${file}, line ${number}: ${reason}`);
  }
}

/** The lines of a file one by one, never the file as a whole. Empty lines are passed over. @throws BadLine */
export async function* readJsonLines(file: string): AsyncGenerator<Line> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() === '') continue;
    try {
      yield parseLine(line);
    } catch (error) {
      throw new BadLine(file, number, (error as Error).message);
    }
  }
}
