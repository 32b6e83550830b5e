import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

/** The source files of `tools` that a file imports, and those that they import. */
function neededOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(join(root, file))) return seen;
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  for (const [whole, name = ''] of text.matchAll(/(?:from|import|import\()\s*'((?:#tools\/|\.)[^']+)\.js'/g)) {
    if (whole.startsWith('import type')) continue;
    neededOf(`${name.startsWith('#') ? name.slice(1) : join(file, '..', name)}.ts`, seen);
  }
  return seen;
}
const ofTools = (files: Iterable<string>) => [...files].filter((file) => file.startsWith('tools/'));

/** What the build keeps of `tools/stack`. */
const kept = new RegExp(/grep -vE '([^']+)'/.exec(dockerfile)?.[1] ?? '');
const isKept = (file: string) => !file.startsWith('tools/stack/') || kept.test(file.replace(/\.ts$/, '.js'));

test('the image that sets an installation up has every file that it imports', () => {
  const stage = dockerfile.slice(dockerfile.indexOf('AS setup'), dockerfile.indexOf('AS tools'));
  const copied = [...stage.matchAll(/COPY --from=build \/app\/dist\/(tools\/\S+)/g)].map(([, path = '']) => path);
  const needed = ofTools(neededOf('tools/setup/setup.ts'));
  expect(needed).toContain('tools/stack/fault.ts');
  const missing = needed.filter(
    (file) => !copied.some((path) => file.replace(/\.ts$/, '.js') === path || file.startsWith(`${path}/`)),
  );
  expect(missing).toEqual([]);
});

test('the image of the tools has every file of tools/stack that its tools import', () => {
  const removed = /^tools\/(bench|fuzz|mutants|contracts|stack)\//;
  const own = globSync('tools/**/*.ts', { cwd: root }).filter(
    (file) => !removed.test(file) && !/\.(int-)?spec\.|\.suite\./.test(file),
  );
  expect(own.length).toBeGreaterThan(30);
  const needed = ofTools(own.reduce((seen, file) => neededOf(file, seen), new Set<string>()));
  expect(needed.filter((file) => !isKept(file))).toEqual([]);
});
