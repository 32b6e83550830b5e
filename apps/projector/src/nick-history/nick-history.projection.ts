import type { BroadsideEvent } from '#contracts/events.js';
import type { Sealed } from '#contracts/sealed.js';
import { open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { NickHistoryRow } from '#read-models/nick-history/nick-history.entity.js';
import { saveNickHistory } from '#read-models/nick-history/save-nick-history.js';
import type { BatchContext } from '../batch-context.js';

interface Turn {
  personId: string;
  kind: NickHistoryRow['kind'];
  name?: Sealed;
}

/** By what name somebody goes from an event on; undefined where it changes none. */
function turnOf(event: BroadsideEvent): Turn | undefined {
  switch (event.type) {
    case 'GuestIntroduced':
      return { personId: event.data.personId, kind: 'original', name: event.data.name };
    case 'UserRegistered':
      return { personId: event.data.personId, kind: 'original', name: event.data.username };
    case 'ProfileChanged': {
      const { personId, username } = event.data;
      return username === undefined ? undefined : { personId, kind: 'original', name: username };
    }
    case 'NickPicked':
      return { personId: event.data.personId, kind: 'picked', name: event.data.nick };
    case 'OriginalNickRestored':
      return { personId: event.data.personId, kind: 'restored' };
    default:
      return undefined;
  }
}

/** From when on each person went by which name, from the users topic; nothing of who is erased. */
export const nickHistory: Projection<NickHistoryRow, BatchContext> = {
  name: 'nick-history',
  touches: (event) => {
    const turn = turnOf(event);
    return turn ? [`${turn.personId}/${event.version}`] : [];
  },
  evolve: (_row, event, _id, { keys }) => {
    const turn = turnOf(event);
    const key = turn && keys.get(turn.personId);
    if (!key) return undefined;
    const { personId, kind, name } = turn;
    const opened = name === undefined ? null : open(key, event.id, 'name', name);
    return { personId, version: event.version, kind, name: opened, since: event.occurredAt };
  },
  save: saveNickHistory,
};
