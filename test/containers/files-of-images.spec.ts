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

const stageOf = (name: string) =>
  new RegExp(`^FROM \\S+ AS ${name}\\n([^]*?)(?=^FROM |(?![^]))`, 'm').exec(dockerfile)?.[1] ?? '';
const packageOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

test('what the pages import is installed with the image, and all else is built in', () => {
  for (const stage of ['build', 'dependencies']) {
    expect(stageOf(stage)).toMatch(/COPY apps\/web\/package.json apps\/web\/\nRUN .*npm ci/);
  }
  // Of one version, which lies where the image has it: in the node_modules of the root.
  const [own, ours] = [packageOf('apps/web')['dependencies'] ?? {}, packageOf('.')['dependencies'] ?? {}];
  expect(Object.keys(own).length).toBeGreaterThan(0);
  expect(Object.entries(own).filter(([name, version]) => ours[name] !== version)).toEqual([]);
});

test('the pages are built into the image of the site, and into no other', () => {
  expect(stageOf('build')).toMatch(/vite\.js build[^]*mv dist\/apps\/web dist\/site/);
  expect(dockerfile.match(/\/app\/dist\/site/g)).toHaveLength(1);
  expect(stageOf('web')).toContain('COPY --from=build /app/dist/site dist/apps/web');
});
