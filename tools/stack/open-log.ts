import { openSync, renameSync, statSync } from 'node:fs';

const mostBytes = 20_000_000;

/** Opens a log to append to, only for its owner; one grown large is put by as `<file>.1`. @returns a file descriptor. */
export function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
