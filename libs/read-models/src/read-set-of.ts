import { readSetVar } from './read-set.js';

/** The set of read models that the environment names. @throws Error where it is no name of one. */
export function readSetOf(env: Record<string, string | undefined>): string {
  const read = readSetVar.safeParse(env['READ_SET'] || undefined);
  if (read.success) return read.data;
  throw new Error(`READ_SET ${read.error.issues[0]?.message}`);
}
