import { openSync, renameSync, statSync } from 'node:fs';

const mostBytes = 20_000_000;

/** Opens a log to append to, only for its owner; one grown large is put by. @returns a file descriptor. */
export function openLog(file: string): number {
  putByLargeLog(file);
  return openSync(file, 'a', 0o600);
}

/** Puts a log grown larger than 20 MB by as `<file>.1`. */
export function putByLargeLog(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
}
