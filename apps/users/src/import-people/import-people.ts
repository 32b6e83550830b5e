import { randomUUIDv7 } from 'node:crypto';
import type { ImportPeople, PersonImported } from '#contracts/people/person.commands.js';
import { topics } from '#contracts/topics.js';
import type { EventMetadata, EventStore } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { pseudonymOf } from '#service/commands/command-request.js';
import type { PoolClient } from 'pg';
import { guestIntroduced } from '../introduce-guest/guest-introduced.js';
import { findReservations } from '../person/find-reservations.js';
import { reserve } from '../person/reserve.js';

type Imported = ImportPeople['people'][number];

/**
 * Introduces an archive's persons, each once however often they are sent: a person is a pair of name and e-mail (or
 * its hash), a name alone where there is none.
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
  const hashOf = ({ name, email, emailHash }: Imported) =>
    pseudonymOf(pseudonymKey, kind, name, email?.toLowerCase() ?? '', emailHash ?? '');
  const hashes = people.map(hashOf);
  return store.transact(async ({ client, append }) => {
    const known = await findReservations(client, kind, hashes);
    const fresh = new Map<string, { person: Imported; personId: string }>();
    const results = people.map((person, index): PersonImported => {
      const hash = hashes[index] ?? '';
      const earlier = known.get(hash);
      if (earlier !== undefined) return { personId: earlier, version: 1, added: false };
      const personId = randomUUIDv7();
      known.set(hash, personId);
      fresh.set(hash, { person, personId });
      return { personId, version: 1, added: true };
    });
    const ids = [...fresh.values()].map(({ personId }) => personId);
    await keyring.createKeys(ids);
    const keys = await keyring.keysOf(ids);
    for (const [hash, { personId }] of fresh) await reserve(client, kind, hash, personId);
    await append(
      [...fresh].map(([hash, { person, personId }]) => {
        const key = keys.get(personId);
        if (!key) throw new Error('a key that was just made is not there');
        const provenance = { source, externalId: hash };
        const actor = { kind: 'system' as const, rule: 'import' };
        const event = guestIntroduced(personId, person, key, actor, person.firstSeenAt, provenance);
        const stream = `person-${personId}`;
        return { stream, expectedVersion: 0, topic: topics.users.name, key: personId, events: [event] };
      }),
      metadata,
    );
    return results;
  });
}
