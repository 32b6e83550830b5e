import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname.replace(/\/libs\/process\/src$/, '');
const version = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** The product's version and a hash of the code that a service runs, as `0.1.0+3fa9c1d2`: its replicas have the same. */
export function codeVersionOf(service: string): string {
  const hash = createHash('sha256');
  const files = globSync(['libs/*/src/**/*.{js,ts}', `apps/${service}/src/**/*.{js,ts}`], { cwd: root });
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return `${version(root.replace(/\/dist$/, ''))}+${hash.digest('hex').slice(0, 8)}`;
}
