import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { longestLine, readLines } from './read-lines.js';

async function linesOf(content: string | Buffer): Promise<string[]> {
  const bytes = Buffer.from(content);
  const portions = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
    bytes.subarray(at * 65_536, (at + 1) * 65_536),
  );
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(portions))) lines.push(line);
  return lines;
}

test('lines end with LF or CRLF, or with the file; a byte order mark is skipped', async () => {
  expect(await linesOf('\ufeffone\r\ntwo\n\nthree')).toEqual(['one', 'two', '', 'three']);
  expect(await linesOf('')).toEqual([]);
});

test('a line may span the portions a file is read in', async () => {
  const lines = [1, 2, 3].map((at) => 'å'.repeat(50_000 * at));
  expect(await linesOf(lines.join('\n'))).toEqual(lines);
});

test('bytes that are not UTF-8, and lines without end, are refused', async () => {
  await expect(linesOf(Buffer.of(0x61, 0x0a, 0xff, 0x0a))).rejects.toThrow('is not UTF-8');
  await expect(linesOf(Buffer.alloc(longestLine + 100_000, 'x'))).rejects.toThrow('is longer than');
});
