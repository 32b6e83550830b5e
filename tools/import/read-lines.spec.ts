import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { longestLine, readLines } from './read-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'broadside-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(content: string | Buffer): Promise<string[]> {
  const file = join(folder, 'lines');
  writeFileSync(file, content);
  const lines: string[] = [];
  for await (const line of readLines(file)) lines.push(line);
  return lines;
}

test('lines end with LF or CRLF, or with the file; a byte order mark is passed over', async () => {
  expect(await linesOf('\ufeffone\r\ntwo\n\nthree')).toEqual(['one', 'two', '', 'three']);
  expect(await linesOf('')).toEqual([]);
});

test('a line may lie across the portions a file is read in', async () => {
  const lines = [1, 2, 3].map((at) => 'å'.repeat(50_000 * at));
  expect(await linesOf(lines.join('\n'))).toEqual(lines);
});

test('what is not UTF-8, and what does not end, is refused', async () => {
  await expect(linesOf(Buffer.of(0x61, 0x0a, 0xff, 0x0a))).rejects.toThrow('is not UTF-8');
  await expect(linesOf(Buffer.alloc(longestLine + 100_000, 'x'))).rejects.toThrow('is longer than');
});
