import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface Fifo {
  path: string;
  /** What comes out until nothing has come for 200 ms; until then nobody reads. */
  read(): Promise<string>;
  close(): void;
}

/** A pipe with a name, which holds 64 KiB until it is read. */
export function makeFifo(path: string): Fifo {
  execFileSync('mkfifo', [path]);
  // Its writing end too: those who open it do not wait for us, and its end never comes.
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
