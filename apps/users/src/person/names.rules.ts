import { conflict, invalid, notFound, personErased, forbidden } from '#decider/rejection.js';
import type { PersonNow } from './person.state.js';

/** How it stands with a name that somebody wants. */
export interface NameStanding {
  /** Another account has it, or had it within 90 days. */
  isTaken: boolean;
  /** It can be taken for a name of the staff, who somebody else is. */
  looksLikeStaff: boolean;
}

export const taken = 'has already been taken';

/**
 * A guest holds no name, and two may have the same; but none that an account holds, or held lately, nor one like the staff's.
 * @throws Rejection
 */
export function requireFreeName({ isTaken, looksLikeStaff }: NameStanding, field: 'name' | 'nick'): void {
  if (isTaken) throw conflict('NameTaken', 'An account has this name.', { [field]: [taken] });
  requireOwnLooks(looksLikeStaff, field);
}

/** @throws Rejection for a name that can be taken for one of the staff's. */
export function requireOwnLooks(looksLikeStaff: boolean, field: 'name' | 'nick' | 'username'): void {
  if (looksLikeStaff) throw invalid('LooksLikeStaff', { [field]: 'looks like a name of the staff' });
}

/** @throws Rejection for nobody, and for who was erased. */
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
