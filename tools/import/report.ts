import { closeSync, openSync, writeSync } from 'node:fs';
import type { Skipped } from './archive.js';

/** What was skipped, as JSON Lines in a file, or nowhere. */
export class Report {
  private readonly file: number | undefined;

  /** @throws Error when the file cannot be written. */
  constructor(path: string | undefined) {
    this.file = path === undefined ? undefined : openSync(path, 'w');
  }

  add(skipped: Skipped): void {
    if (this.file !== undefined) writeSync(this.file, `${JSON.stringify(skipped)}\n`);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }
}
