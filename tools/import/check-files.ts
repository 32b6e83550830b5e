import { accessSync, constants, statSync } from 'node:fs';
import { sentence } from '#tools/terminal/sentence.js';

const reasons = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'it may not be read by this user'],
  ['EPERM', 'it may not be read by this user'],
  ['EISDIR', 'it is a folder: name the files in it'],
  ['ENAMETOOLONG', 'no file can have so long a name'],
  ['EIO', 'its disk fails'],
]);

/** The system's reason why a file cannot be read. */
export const whyUnreadable = (file: string, { code = '', message }: NodeJS.ErrnoException): string =>
  sentence`${file}: ${reasons.get(code) ?? message}`;

/** Why some of the files cannot be read; checked before any is read. */
export const unreadable = (files: string[]): string[] =>
  files.flatMap((file) => {
    try {
      const found = statSync(file);
      if (found.isDirectory()) return [sentence`${file}: ${reasons.get('EISDIR') ?? ''}`];
      if (!found.isFile()) return [sentence`${file}: it is no file on a disk; write what comes from there into one`];
      accessSync(file, constants.R_OK);
      return [];
    } catch (error) {
      return [whyUnreadable(file, error as NodeJS.ErrnoException)];
    }
  });
