import { conflict, invalid, notFound, personErased, forbidden } from '#decider/rejection.js';
import type { PersonNow } from './person.state.js';

/** The facts about a requested name. */
export interface NameStanding {
  /** Another account has it, or had it within 90 days. */
  isTaken: boolean;
  /** It can be mistaken for the name of a staff member, who is another person. */
  looksLikeStaff: boolean;
}

export const taken = 'has already been taken';

/**
 * A guest holds no name, and two guests may have the same. But a guest cannot use a name that an account holds or held
 * lately, or one that looks like a staff member's.
 * @throws Rejection
 */
export function requireFreeName({ isTaken, looksLikeStaff }: NameStanding, field: 'name' | 'nick'): void {
  if (isTaken) throw conflict('NameTaken', 'An account has this name.', { [field]: [taken] });
  requireOwnLooks(looksLikeStaff, field);
}

/** @throws Rejection for a name that can be mistaken for a staff member's. */
export function requireOwnLooks(looksLikeStaff: boolean, field: 'name' | 'nick' | 'username'): void {
  if (looksLikeStaff) throw invalid('LooksLikeStaff', { [field]: 'looks like a name of the staff' });
}

/** @throws Rejection for a stranger, and for an erased person. */
export function requirePerson({ kind }: PersonNow): void {
  if (kind === 'nobody' || kind === 'erased') throw notFound('PersonNotFound', 'person');
}

/** @throws Rejection */
export function requireAccount({ kind }: Pick<PersonNow, 'kind'>): void {
  if (kind === 'erased') throw personErased();
  if (kind !== 'account') throw forbidden('NotAnAccount', 'A guest has no account.');
}

/** @throws Rejection */
export function requireGuest({ kind }: Pick<PersonNow, 'kind'>): void {
  if (kind === 'erased') throw personErased();
  if (kind !== 'guest') throw invalid('NotAGuest', { guest: 'has an account' });
}
