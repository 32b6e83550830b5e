import { readFileSync } from 'node:fs';

/** The keys in a file, 32 bytes in base64 a line; at least one. @throws Error that never quotes the file. */
export function readKeyFile(path: string): [Buffer, ...Buffer[]] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'));
  const [first, ...more] = keys;
  if (first && keys.every(({ length }) => length === 32)) return [first, ...more];
  throw new Error('must hold 32 bytes in base64');
}
