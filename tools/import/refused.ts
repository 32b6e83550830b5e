import { tell } from '#tools/terminal/say.js';
import { linesOf } from '#tools/terminal/sentence.js';
import type { BadArchive } from './archive.js';
import { ForeignFile } from './foreign-file.js';

export interface Refused {
  file: string;
  error: BadArchive;
}

const readable = 'JSON Lines and WordPress exports (WXR) can be imported, plain or gzipped; see docs/import.md.';

/**
 * Reports which files were refused and why.
 * @param stands whether anything of a file was read before the error.
 * @param then what happens to that, such as `comes in`.
 */
export function tellRefused(refused: Refused[], stands: (file: string) => boolean, then: string): void {
  for (const { file, error } of refused) {
    const rest = stands(file) ? `; what stands before it ${then}` : '';
    tell`refused: ${linesOf(error)}${rest}`;
  }
  if (refused.some(({ error }) => error instanceof ForeignFile)) tell`${readable}`;
}
