import type { ClientBase } from 'pg';
import { findReservations } from '../person/find-reservations.js';
import { emailHash } from '../person/reservation-hashes.js';

interface Author {
  email?: string | undefined;
  account: boolean;
}

/** The authors who have an account already, by its e-mail. */
export async function findAuthors<Person extends Author>(
  client: ClientBase,
  pseudonymKey: Buffer,
  people: Person[],
): Promise<Map<Person, string>> {
  const hashed = people.flatMap((person) =>
    person.account && person.email !== undefined ? [{ person, hash: emailHash(pseudonymKey, person.email) }] : [],
  );
  if (hashed.length === 0) return new Map();
  const holders = await findReservations(
    client,
    'email',
    hashed.map(({ hash }) => hash),
  );
  return new Map(
    hashed.flatMap(({ person, hash }) => {
      const personId = holders.get(hash);
      return personId === undefined ? [] : [[person, personId] as const];
    }),
  );
}
