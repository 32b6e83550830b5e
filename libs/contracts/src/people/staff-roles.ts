import type { Role } from './role.events.js';

/** The roles that act for the site. */
export const staffRoles: readonly Role[] = ['editor', 'moderator', 'admin'];

const isOfStaff = (role: string): boolean => staffRoles.includes(role as Role);

export const isStaff = (roles: readonly string[]): boolean => roles.some(isOfStaff);

/** Of whom a second factor is required. */
export type SecondFactorRequiredOf = 'nobody' | 'staff';

/** Whether somebody's roles of the staff wait for a second factor. */
export const lacksSecondFactor = (
  roles: readonly string[],
  hasSecondFactor: boolean,
  requiredOf: SecondFactorRequiredOf,
): boolean => requiredOf === 'staff' && !hasSecondFactor && isStaff(roles);

/** The roles that somebody may use now: none of the staff's while they wait for a second factor. */
export const rolesInForce = <Name extends string>(
  roles: readonly Name[],
  hasSecondFactor: boolean,
  requiredOf: SecondFactorRequiredOf,
): readonly Name[] =>
  lacksSecondFactor(roles, hasSecondFactor, requiredOf) ? roles.filter((role) => !isOfStaff(role)) : roles;
