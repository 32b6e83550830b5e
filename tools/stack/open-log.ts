import { openSync, renameSync, statSync } from 'node:fs';

const maxBytes = 20_000_000;

/** Opens a log for appending, readable only by its owner; a large one is rotated. @returns a file descriptor. */
export function openLog(file: string): number {
  putByLargeLog(file);
  return openSync(file, 'a', 0o600);
}

/** Renames a log of more than 20 MB to `<file>.1`. */
export function putByLargeLog(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`);
}
