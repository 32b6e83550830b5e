import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code that answers depend on: the gateway, and the libraries it reads and presents with. */
const folders = ['apps/gateway/src', 'libs/read-models/src', 'libs/contracts/src', 'libs/rendering/src'];

/**
 * A hash of the code and settings that answers depend on. After an upgrade the same rows may give another answer, so
 * answers that were stored or sent before it must not match. All replicas of one version have the same hash.
 * @param root the folder that has `apps` and `libs`. @param settings other values that answers depend on.
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
