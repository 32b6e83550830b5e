import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const contract = 'libs/contracts/src/events.js';
/** Where sets declare how they handle each type. */
const tables = [
  'apps/projector/src/read-models.set.js',
  'apps/projector/src/comment-thread/comment-handling.js',
  'apps/comments/src/listening/listening.set.js',
  'libs/known-people/src/people-handling.js',
];

/**
 * A copy of the build as it was before some types of events were in the contract.
 * @returns its folder, which the caller must delete. @throws Error if a type is not there to be removed.
 */
export async function makeOlderVersion(root: string, types: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-older-'));
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const edit = async (file: string, change: (source: string) => string) => {
    const path = join(folder, 'dist', file);
    const source = await readFile(path, 'utf8');
    const changed = change(source);
    await writeFile(path, changed);
    return changed !== source;
  };
  for (const type of types) {
    await edit(contract, (source) => `${source}\ndelete eventSchemas.${type};\n`);
    const line = new RegExp(`^\\s*${type}: '(fold|ignore)',?\\n`, 'm');
    const edited = await Promise.all(tables.map((file) => edit(file, (source) => source.replace(line, ''))));
    if (!edited.includes(true)) throw new Error(`no set of the build names ${type}`);
  }
  return folder;
}
