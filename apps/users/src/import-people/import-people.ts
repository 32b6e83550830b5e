import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#contracts/event-data.js';
import type { ArchivedPerson, ImportPeople, PersonImported } from '#contracts/people/person.commands.js';
import { archivedName } from '#contracts/published-name.js';
import { topics } from '#contracts/topics.js';
import type { EventMetadata, EventStore } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { pseudonymOf } from '#commands/command-request.js';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { guestIntroduced } from '../introduce-guest/guest-introduced.js';
import { findReservations } from '../person/find-reservations.js';
import { reserveAll } from '../person/reserve-all.js';
import { authorRegistered } from './author-registered.js';
import { findAuthors } from './find-authors.js';
import { reserveUsername } from './reserve-username.js';

type Imported = z.infer<typeof ArchivedPerson>;

/**
 * Introduces an archive's persons, each once however often they are sent: a person is a pair of name and e-mail (or
 * its hash), a name alone where there is none, as they stand in the archive. Authors become accounts that nobody can
 * sign in to; one whose e-mail an account has already is that account.
 * @returns what became of each, in the order given.
 */
export async function importPeople(
  store: EventStore<PoolClient>,
  keyring: Keyring,
  pseudonymKey: Buffer,
  { source, people }: ImportPeople,
  metadata: EventMetadata,
): Promise<PersonImported[]> {
  const kind = `import:${source}`;
  const hashOf = ({ name, email, emailHash, account }: Imported) =>
    pseudonymOf(pseudonymKey, kind, name, email?.toLowerCase() ?? '', emailHash ?? '', ...(account ? ['author'] : []));
  const hashes = people.map(hashOf);
  return store.transact(async ({ client, append }) => {
    const known = await findReservations(client, kind, hashes);
    const authors = await findAuthors(client, pseudonymKey, people);
    const fresh = new Map<string, { person: Imported; personId: string }>();
    const results = people.map((person, index): PersonImported => {
      const hash = hashes[index] ?? '';
      const earlier = known.get(hash) ?? authors.get(person);
      if (earlier !== undefined) return { personId: earlier, version: 1, added: false };
      const personId = randomUUIDv7();
      known.set(hash, personId);
      fresh.set(hash, { person, personId });
      return { personId, version: 1, added: true };
    });
    const ids = [...fresh.values()].map(({ personId }) => personId);
    await keyring.createKeys(ids);
    const keys = await keyring.keysOf(ids);
    await reserveAll(
      client,
      kind,
      [...fresh].map(([hash, { personId }]) => ({ hash, personId })),
    );
    const appends = [];
    for (const [hash, { person, personId }] of fresh) {
      const key = keys.get(personId);
      if (!key) throw new Error('a key that was just made is not there');
      const provenance = { source, externalId: hash };
      const shown = { ...person, name: archivedName(person.name) };
      const event = person.account
        ? authorRegistered(
            personId,
            await reserveUsername(client, pseudonymKey, shown, personId),
            person,
            key,
            provenance,
          )
        : guestIntroduced(personId, shown, key, importing, person.firstSeenAt, provenance);
      const stream = `person-${personId}`;
      appends.push({ stream, expectedVersion: 0, topic: topics.users.name, key: personId, events: [event] });
    }
    await append(appends, metadata);
    return results;
  });
}

const importing: Actor = { kind: 'system', rule: 'import' };
