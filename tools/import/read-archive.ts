import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BadArchive, type ArchiveSink } from './archive.js';
import { readJsonLines } from './json-lines/read-json-lines.js';
import type { Progress } from './progress.js';
import { readWordpress } from './wordpress/read-wordpress.js';

/**
 * Reads a file of a kind that is recognised by how it begins: JSON Lines or a WordPress export, plain or gzipped.
 * @throws BadArchive that names the file and the place.
 */
export async function readArchive(
  file: string,
  source: string | undefined,
  sink: ArchiveSink,
  progress: Progress,
): Promise<void> {
  try {
    const portions = portionsOf(file, progress);
    const { value: first } = (await portions.next()) as IteratorResult<Buffer, undefined>;
    if (first === undefined) throw new BadArchive('is empty');
    if (isXml(first)) await readWordpress(chain(first, portions), source, sink);
    else await readJsonLines(chain(first, portions), source ?? 'jsonl', sink);
  } catch (error) {
    if (error instanceof BadArchive) throw new BadArchive(`${file}, ${error.message}`);
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw new BadArchive(`${file}, the gzip is broken: ${(error as Error).message}`);
    throw error;
  }
}

async function* portionsOf(file: string, progress: Progress): AsyncGenerator<Buffer> {
  const total = statSync(file).size;
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const plain = (await isGzip(file)) ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
  for await (const portion of plain as AsyncIterable<Buffer>) {
    yield portion;
    progress.say(`reading ${file}, bytes`, bytes.bytesRead, total);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** Whether a file begins with `<`, white space and a byte order mark aside, or with the mark of UTF-16. */
function isXml(first: Buffer): boolean {
  const begin = first.find((byte) => ![0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte));
  return begin === 0x3c || begin === 0xff || begin === 0xfe;
}

async function* chain(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
