import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './guard.js';

/** Why mutants can no longer be made: a source has changed, a test is gone. @param root the checkout */
export function findRot(root: string, mutants: Mutant[]): string[] {
  return mutants.flatMap(({ guard, file, from, to, test }) => {
    const rot: string[] = [];
    const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    const times = source.split(from).length - 1;
    if (times !== 1) rot.push(`${file} has this ${times} times, not once: ${from}`);
    if (from === to) rot.push('"from" and "to" are the same');
    if (!existsSync(join(root, test))) rot.push(`there is no ${test}`);
    return rot.map((reason) => `"${guard}": ${reason}`);
  });
}
