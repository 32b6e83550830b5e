import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { Fault } from '#tools/stack/fault.js';
import { jsonLine } from '#tools/terminal/printable.js';
import { sentence } from '#tools/terminal/sentence.js';
import type { MappedCategory } from './mapping.js';

/** @throws Fault where there is such a file: somebody may have reviewed it. */
export function requireNoFile(file: string): void {
  if (existsSync(file))
    throw new Fault(sentence`--propose-sections ${file}: there is such a file, and it stays as it is`);
}

/** Writes a mapping for review, a category a line. @returns how many. @throws Fault when it cannot be written. */
export function writeMapping(file: string, categories: Iterable<MappedCategory>): number {
  let count = 0;
  try {
    const opened = openSync(file, 'wx');
    try {
      writeSync(opened, '{"categories": [');
      for (const each of categories) writeSync(opened, `${count++ === 0 ? '' : ','}\n${jsonLine(each)}`);
      writeSync(opened, '\n]}\n');
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    throw new Fault(sentence`--propose-sections ${file} cannot be written: ${(error as Error).message}`);
  }
  return count;
}
