import { closeSync, openSync, realpathSync, writeSync } from 'node:fs';
import { Fault } from '#tools/stack/fault.js';
import { jsonLine } from '#tools/terminal/printable.js';
import { sentence } from '#tools/terminal/sentence.js';
import type { Skipped } from './archive.js';

const reasons = new Map([
  ['ENOENT', 'there is no such folder'],
  ['EACCES', 'it may not be written by this user'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'its disk is full'],
]);

/** Writes skipped items as JSON Lines to a file, or nowhere. */
export class Report {
  private readonly file: number | undefined;

  /** @throws Fault when the file cannot be written, or is one of the archives. */
  constructor(
    private readonly path: string | undefined,
    archives: string[] = [],
  ) {
    if (path === undefined) return;
    const place = realPath(path);
    if (archives.some((archive) => place !== undefined && realPath(archive) === place))
      throw new Fault(sentence`--report ${path}: it is the archive itself`);
    this.file = this.writing(() => openSync(path, 'w'));
  }

  /** @throws Fault that names the file, when its disk is full. */
  add(skipped: Skipped): void {
    const { file } = this;
    if (file !== undefined) this.writing(() => writeSync(file, `${jsonLine(skipped)}\n`));
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }

  private writing<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      throw new Fault(sentence`--report ${this.path ?? ''} cannot be written: ${reasons.get(code) ?? message}`);
    }
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
