import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { Fault } from './fault.js';

/** How Postgres is started so that it does not run as root, which it refuses. */
export interface PostgresUser {
  /** Words before the command. */
  prefix: string[];
  /** Whom it runs as, where not as us. */
  user?: { uid: number; gid: number };
}

const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Makes the data folder and says who may run on it. A folder that belongs to a plain user stays theirs. Else root runs
 * it in a user namespace of its own, where it is nobody special; where that is not allowed, as `nobody`.
 * @throws Fault when `nobody` cannot reach the folder or the binaries.
 */
export function postgresUser(dataFolder: string, binaries: string): PostgresUser {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = statSync(dataFolder);
  if (uid === 0 && mayUnshare()) return { prefix: ['unshare', '--user', '--map-user=1000'] };
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

const mayUnshare = () => succeeds('unshare', ['--user', '--map-user=1000', 'true']);
const mayEnter = (folder: string, user: { uid: number; gid: number }) => succeeds('test', ['-x', folder], user);

function succeeds(command: string, args: string[], user?: { uid: number; gid: number }): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', cwd: '/', ...user });
    return true;
  } catch {
    return false;
  }
}
