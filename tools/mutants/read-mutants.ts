import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mutant, PromiseGuards } from './guard.js';

/** The mutants in `test/mutants`, in the order of the promises. @param root the checkout */
export async function readMutants(root: string): Promise<Mutant[]> {
  const files = globSync('test/mutants/promise-*.ts', { cwd: root }).sort();
  const lists = files.map(async (file) => {
    const { default: list } = (await import(pathToFileURL(join(root, file)).href)) as { default: PromiseGuards };
    return list.guards.map((guard) => ({ promise: list.promise, ...guard }));
  });
  return (await Promise.all(lists)).flat();
}
