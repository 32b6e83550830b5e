import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '#tools/stack/fault.js';
import type { Progress } from '#tools/terminal/progress.js';
import { sentence } from '#tools/terminal/sentence.js';
import { BadArchive, type ArchiveSink } from './archive.js';
import { whyUnreadable } from './check-files.js';
import { ForeignFile } from './foreign-file.js';
import { recognise, tellingBytes } from './formats/recognise.js';
import { readJsonLines } from './json-lines/read-json-lines.js';
import { readWordpress } from './wordpress/read-wordpress.js';

/**
 * Reads a file whose format its beginning shows: JSON Lines or a WordPress export, plain or gzipped.
 * @throws BadArchive that names the file and the position; Fault if the file cannot be read.
 */
export async function readArchive(
  file: string,
  source: string | undefined,
  sink: ArchiveSink,
  progress: Progress,
): Promise<void> {
  try {
    const portions = portionsOf(file, progress);
    const beginning = await beginningOf(portions);
    const whole = chain(beginning, portions);
    if (recognise(beginning.first) === 'wordpress') await readWordpress(whole, source, sink);
    else await readJsonLines(whole, source ?? 'jsonl', sink);
  } catch (error) {
    throw named(file, error as NodeJS.ErrnoException);
  } finally {
    progress.end();
  }
}

/** The error, with the file's name prepended. */
function named(file: string, error: NodeJS.ErrnoException): Error {
  const { code = '', syscall } = error;
  if (error instanceof ForeignFile) return new ForeignFile(`${sentence`${file}`} ${error.message}`);
  if (error instanceof BadArchive) return new BadArchive(`${sentence`${file}`}, ${error.message}`);
  if (code === 'Z_BUF_ERROR') return new BadArchive(sentence`${file}, the gzip ends too early`);
  if (code.startsWith('Z_')) return new BadArchive(sentence`${file}, the gzip is damaged`);
  return syscall === undefined ? error : new Fault(whyUnreadable(file, error));
}

async function* portionsOf(file: string, progress: Progress): AsyncGenerator<Buffer> {
  const total = statSync(file).size;
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const gunzip = (await isGzip(file)) ? createGunzip() : undefined;
  const plain = gunzip ? pipeline(bytes, gunzip, () => undefined) : bytes;
  for await (const portion of plain as AsyncIterable<Buffer>) {
    yield portion;
    progress.say(`reading ${file}, bytes`, gunzip?.bytesWritten ?? bytes.bytesRead, total);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

interface Beginning {
  /** The part of the file that shows its format. */
  first: Buffer;
  /** Why the rest cannot be read. */
  failure?: Error;
}

async function beginningOf(portions: AsyncGenerator<Buffer>): Promise<Beginning> {
  const first: Buffer[] = [];
  try {
    for (let bytes = 0; bytes < tellingBytes; bytes += first.at(-1)?.length ?? 0) {
      const { value, done } = (await portions.next()) as IteratorResult<Buffer, undefined>;
      if (done) break;
      first.push(value);
    }
  } catch (failure) {
    return { first: Buffer.concat(first), failure: failure as Error };
  }
  return { first: Buffer.concat(first) };
}

/** The whole file: everything readable comes before the error. */
async function* chain({ first, failure }: Beginning, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  if (failure !== undefined) throw failure;
  yield* rest;
}
