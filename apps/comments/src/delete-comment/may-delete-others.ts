import { exclusionAt } from '#contracts/people/standing.js';
import type { Caller } from '#identity/caller.js';

const staff = ['moderator', 'admin'];

/** Whether somebody may take away what others wrote: staff, unless they are suspended or banned. @param now ISO 8601 */
export const mayDeleteOthers = ({ roles, sanctions }: Pick<Caller, 'roles' | 'sanctions'>, now: string): boolean =>
  roles.some((role) => staff.includes(role)) && !exclusionAt(sanctions, now);
