import { rmSync, writeFileSync } from 'node:fs';

const policy = '/usr/sbin/policy-rc.d';
const forbid = `#!/bin/sh
# Made by Broadside's npm start while it installs redis-server, so that the system's service does not start.
exit 101
`;

/** Keeps Debian's packages from starting their services meanwhile; an existing policy stays as it is. */
export async function withoutStartingServices<Result>(work: () => Promise<Result>): Promise<Result> {
  const isOurs = makePolicy();
  try {
    return await work();
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
}

/** See https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt */
function makePolicy(): boolean {
  try {
    writeFileSync(policy, forbid, { mode: 0o755, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
