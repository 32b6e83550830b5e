import type { BroadsideEvent, OpenedEvent } from '#contracts/events.js';
import { erased, type Personal } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import type { NickHistoryRow } from '#read-models/nick-history/nick-history.entity.js';
import { saveNickHistory } from '#read-models/nick-history/save-nick-history.js';
import type { BatchContext } from '../batch-context.js';

interface Turn {
  personId: string;
  kind: NickHistoryRow['kind'];
  name?: Personal;
}

/** The name that a person has from an event on; undefined if the event changes none. */
function turnOf(event: BroadsideEvent | OpenedEvent): Turn | undefined {
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

/** The names of each person and since when, from the users topic; none of erased people. */
export const nickHistory: Projection<NickHistoryRow, BatchContext> = {
  name: 'nick-history',
  rowIds: (event) => {
    const turn = turnOf(event);
    return turn ? [`${turn.personId}/${event.version}`] : [];
  },
  evolve: (_row, event, _id, { isGone }) => {
    const turn = turnOf(event);
    if (!turn || turn.name === erased || isGone(turn.personId)) return undefined;
    const { personId, kind, name = null } = turn;
    return { personId, version: event.version, kind, name, since: event.occurredAt };
  },
  save: saveNickHistory,
};
