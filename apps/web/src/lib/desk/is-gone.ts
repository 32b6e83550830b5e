import { inForce, type PersonRecord } from './answers.js';
import { givenRoles } from './durations.js';

/** Whether a record has a step no more, as when another has taken it meanwhile. @param now in ISO 8601 */
export function isGone(step: string, person: PersonRecord, now: string): boolean {
  if (person.kind === 'erased') return true;
  const [, name = step, of = ''] = /^(\w+)-(.*)$/.exec(step) ?? [];
  switch (name) {
    case 'reinstate':
      return inForce(person.sanctions, now).length === 0;
    case 'grant':
      return givenRoles.every((role) => person.roles.includes(role));
    case 'revoke':
      return !person.roles.includes(of);
    case 'unlink':
      return of !== person.id ? person.guests.every(({ id }) => id !== of) : person.linkedTo === null;
    case 'erase':
      return person.erasureDueAt !== null;
    case 'keep':
      return person.erasureDueAt === null;
    default:
      return false;
  }
}
