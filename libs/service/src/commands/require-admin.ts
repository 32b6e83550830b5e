import { forbidden } from '../problem.js';

/** @throws Problem 403 unless the caller is an admin. */
export function requireAdmin({ roles }: { roles: readonly string[] }): void {
  if (!roles.includes('admin')) throw forbidden('Only an admin may do this.');
}
