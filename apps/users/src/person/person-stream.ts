import type { StreamOf } from '#commands/stream-of.js';
import type { PersonFact } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import type { PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import type { PersonNow } from './person.state.js';
import { personStreamName, readPerson, savePerson, type PersonBefore } from './read-person.js';

/** The stream of a person, with its stored state; its events are charged to the daily budgets. */
export const personStream = (personId: string): StreamOf<PersonNow, PersonBefore, PoolClient> => ({
  stream: personStreamName(personId),
  topic: topics.users.name,
  key: personId,
  ownerOf: () => personId,
  kept: {
    read: (client) => readPerson(client, personId),
    keep: async (client, before, stored, at) => {
      await savePerson(client, personId, before, stored);
      await spendOn(client, personId, stored as unknown as PersonFact[], at);
    },
  },
});

/** The new stream of a person who is introduced or registered. */
export const newPersonStream = (personId: string): StreamOf<PersonNow> => ({
  stream: personStreamName(personId),
  topic: topics.users.name,
  key: personId,
  isNew: true,
});
