import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface Fifo {
  path: string;
  /** Reads until nothing has arrived for 200 ms. Nobody reads before. */
  read(): Promise<string>;
  close(): void;
}

/** A named pipe, which holds 64 KiB until it is read. */
export function makeFifo(path: string): Fifo {
  execFileSync('mkfifo', [path]);
  // The writing end is open too, so that writers do not block on open, and the reader gets no end of file.
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  return { path, read: () => readUntilQuiet(fd), close: () => closeSync(fd) };
}

async function readUntilQuiet(fd: number): Promise<string> {
  const bytes = Buffer.alloc(65_536);
  let text = '';
  for (let quiet = 0; quiet < 10; quiet += 1) {
    for (let count = readNow(fd, bytes); count > 0; count = readNow(fd, bytes)) {
      text += bytes.toString('utf8', 0, count);
      quiet = 0;
    }
    await delay(20);
  }
  return text;
}

function readNow(fd: number, into: Buffer): number {
  try {
    return readSync(fd, into);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw error;
  }
}
