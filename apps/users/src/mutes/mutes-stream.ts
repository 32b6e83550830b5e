import type { ClientBase, PoolClient } from 'pg';
import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import type { DomainEvent } from '#contracts/envelope.js';
import type { MuteFact, SealedDataOf } from '#contracts/events.js';
import { type Mute, mutesSaid } from '#contracts/people/mute.commands.js';
import { erased } from '#contracts/personal.js';
import { topics } from '#contracts/topics.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openSealed, type SealedIn } from '#keyring/sealed-in.js';
import { spendOn } from '../budget/spend-on.js';
import { readState } from '../state/read-state.js';
import { saveState } from '../state/save-state.js';
import type { StoredFold } from '../state/stored-fold.js';

type StoredEvent = DomainEvent<'MutesChanged', SealedDataOf<'MutesChanged'>>;

/** What a person mutes, still sealed. */
export interface MutesBefore extends StreamNow<null> {
  sealed: SealedIn | null;
}

const fold: StoredFold<SealedIn | null, StoredEvent> = {
  name: 'mutes-1',
  initialState: null,
  evolve: (_before, { id, data }) => ({ eventId: id, value: data.mutes }),
};

export const mutesStreamName = (personId: string) => `mutes-${personId}`;

/** The stream of what a person mutes. Its state is sealed; its events are charged to a daily budget. */
export const mutesStream = (personId: string): StreamOf<null, MutesBefore, PoolClient> => ({
  stream: mutesStreamName(personId),
  topic: topics.users.name,
  key: personId,
  ownerOf: () => personId,
  kept: {
    read: (client) => readMutes(client, personId),
    keep: async (client, { sealed, version }, stored, at) => {
      if (stored.length === 0) return;
      const state = (stored as StoredEvent[]).reduce(fold.evolve, sealed);
      await saveState(client, {
        ...{ stream: mutesStreamName(personId), fold: fold.name },
        ...{ version: version + stored.length, state },
      });
      await spendOn(client, personId, stored as unknown as MuteFact[], at);
    },
  },
});

async function readMutes(client: ClientBase, personId: string): Promise<MutesBefore> {
  const { state: sealed, version } = await readState(client, mutesStreamName(personId), fold);
  return { state: null, sealed, version };
}

/** What a person mutes; undefined if their key is destroyed. */
export function mutesIn({ sealed }: MutesBefore, key: PersonKey | undefined): Mute[] | undefined {
  if (key === undefined) return undefined;
  if (sealed === null) return [];
  const said = openSealed(key, 'mutes', sealed);
  return said === erased ? undefined : mutesSaid(said);
}
