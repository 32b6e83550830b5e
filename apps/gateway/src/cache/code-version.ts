import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What answers are made by: the gateway, and the libraries it reads and presents with. */
const folders = ['apps/gateway/src', 'libs/read-models/src', 'libs/contracts/src'];

/**
 * Tells one version of the code from another that may make another answer of the same rows: what was kept or is held by a
 * client from before an upgrade is not taken for what is made now. Alike in all replicas of one version.
 * @param root the folder that has `apps` and `libs`. @param settings what else an answer depends on.
 */
export function codeVersion(root: string, settings: string): string {
  const hash = createHash('sha256').update(settings);
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.{js,ts}`),
    { cwd: root },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('base64url').slice(0, 8);
}
