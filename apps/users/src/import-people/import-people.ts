import { randomUUIDv7 } from 'node:crypto';
import type { ArchivedPerson, ImportPeople, PersonImported } from '#contracts/people/person.commands.js';
import { archivedName } from '#contracts/published-name.js';
import type { PersonEvent } from '#contracts/events.js';
import type { Append, EventMetadata } from '#event-store/event-store.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import { pseudonymOf } from '#commands/command-request.js';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { newPersonStream } from '../person/person-stream.js';
import { personDecider, type PersonCommand } from '../person/person.decider.js';
import { findReservations } from '../person/find-reservations.js';
import { reserveAll } from '../person/reserve-all.js';
import { findAuthors } from './find-authors.js';
import { reserveUsername } from './reserve-username.js';

type Imported = z.infer<typeof ArchivedPerson>;

/**
 * Introduces an archive's persons, each once however often they are sent. A person is a pair of name and e-mail (or its
 * hash), or a name alone without an e-mail, as the archive has them. Authors become accounts that nobody can sign in to; an
 * author whose e-mail has an account already is that account.
 * @returns the result for each person, in the order given.
 */
export async function importPeople(
  store: SealingEventStore<PoolClient>,
  pseudonymKey: Buffer,
  { source, people }: ImportPeople,
  metadata: EventMetadata,
): Promise<PersonImported[]> {
  const kind = `import:${source}`;
  const hashOf = ({ name, email, emailHash, account }: Imported) =>
    pseudonymOf(pseudonymKey, kind, name, email?.toLowerCase() ?? '', emailHash ?? '', ...(account ? ['author'] : []));
  const hashes = people.map(hashOf);
  return store.transact(async ({ client, append, makeKeys }) => {
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
    await makeKeys(ids);
    await reserveAll(
      client,
      kind,
      [...fresh].map(([hash, { personId }]) => ({ hash, personId })),
    );
    const appends: Append[] = [];
    for (const [hash, { person, personId }] of fresh) {
      const shown = { ...person, name: archivedName(person.name) };
      const about = { personId, provenance: { source, externalId: hash } };
      const username = person.account ? await reserveUsername(client, pseudonymKey, shown, personId) : undefined;
      const events = decide(username === undefined ? introduced(shown, about) : registered(username, shown, about));
      appends.push({ ...newPersonStream(personId), key: personId, expectedVersion: 0, events });
    }
    await append(appends, metadata);
    return results;
  });
}

const decide = (command: PersonCommand): PersonEvent[] => personDecider.decide(command, personDecider.initialState);

const byImport = ({ firstSeenAt }: Imported) => ({
  ...{ at: firstSeenAt, ids: [randomUUIDv7()], actor: { kind: 'system' as const, rule: 'import' } },
});

interface About {
  personId: string;
  provenance: { source: string; externalId: string };
}

const introduced = (person: Imported, about: About): PersonCommand => ({
  ...{ ...byImport(person), type: 'IntroduceGuest', ...about },
  ...{ name: person.name, email: person.email, website: person.website },
});

/** Nobody can sign in to it. The name was reserved, with a number if it was taken. */
const registered = (username: string, person: Imported, about: About): PersonCommand => ({
  ...{ ...byImport(person), type: 'RegisterUser', ...about, username, email: person.email },
  ...{ roles: ['contributor'], taken: [], looksLikeStaff: false },
});
