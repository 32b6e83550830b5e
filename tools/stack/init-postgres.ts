import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clusterArguments } from '#installation/server-settings.js';
import type { PostgresUser } from './postgres-user.js';

const run = promisify(execFile);

/** Creates the database cluster if there is none; an interrupted creation is started over. */
export async function initPostgres(
  dataFolder: string,
  { binaries, as, password }: { binaries: string; as: PostgresUser; password: string },
): Promise<void> {
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return;
  const unfinished = `${dataFolder}.unfinished`;
  const passwordFile = `${dataFolder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.user) for (const path of [unfinished, passwordFile]) chownSync(path, as.user.uid, as.user.gid);
  const flags = ['--username=postgres', ...clusterArguments];
  const words = [...as.prefix, join(binaries, 'initdb'), '-D', unfinished, ...flags, `--pwfile=${passwordFile}`];
  const [command = '', ...args] = words;
  try {
    await run(command, args, { timeout: 60_000, cwd: unfinished, ...as.user });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, dataFolder);
}
