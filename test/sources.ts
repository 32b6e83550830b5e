import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** All TypeScript files of the project, as paths from its root. */
export const sources = globSync('{apps,libs,tools,test}/**/*.ts', { cwd: root, exclude: ['**/node_modules'] }).sort();

/** The text of each. */
export const code = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
