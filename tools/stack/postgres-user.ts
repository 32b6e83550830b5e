import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Fault } from './fault.js';

/** How Postgres is started as another user than root, under which it refuses to run. */
export interface PostgresUser {
  /** Words before the command. */
  prefix: string[];
  /** The user it runs as, if not the present one. */
  user?: { uid: number; gid: number };
}

const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Creates the data folder and chooses the user. A folder that belongs to a plain user stays theirs. Otherwise root runs
 * Postgres in a user namespace without privileges; where that is not allowed, as `nobody`.
 * @throws Fault if `nobody` cannot reach the folder or the binaries.
 */
export function postgresUser(dataFolder: string, binaries: string): PostgresUser {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  const { uid, gid } = statSync(dataFolder);
  const inNamespace = ['unshare', '--user', `--map-user=${nobody.uid}`];
  // initdb looks up its user by number, and in a container that number may have no name.
  if ((isRoot ? uid === 0 : !isNamed()) && succeeds('unshare', [...inNamespace.slice(1), 'true'])) {
    return { prefix: inNamespace };
  }
  if (!isRoot) return { prefix: [] };
  const user = uid === 0 ? nobody : { uid, gid };
  chownSync(dataFolder, user.uid, user.gid);
  for (const folder of [dataFolder, binaries]) {
    if (mayEnter(folder, user)) continue;
    throw new Fault(
      `Postgres does not run as root, and user ${user.uid} cannot enter ${folder}. ` +
        'Start as another user, open the folders above it (chmod a+x), or name a running server with POSTGRES_URL.',
    );
  }
  return { prefix: [], user };
}

const mayEnter = (folder: string, user: { uid: number; gid: number }) => succeeds('test', ['-x', folder], user);

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function succeeds(command: string, args: string[], user?: { uid: number; gid: number }): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', cwd: '/', ...user });
    return true;
  } catch {
    return false;
  }
}
