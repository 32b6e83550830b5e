import type { BroadsideEvent } from '#contracts/events.js';
import type { Sealed } from '#contracts/sealed.js';
import { open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { PersonHistoryRow } from '#read-models/person-history/person-history.entity.js';
import { savePersonHistory } from '#read-models/person-history/save-person-history.js';
import type { BatchContext } from '../batch-context.js';

type Told = Partial<Pick<PersonHistoryRow, 'reason' | 'until' | 'role' | 'otherId'>> & { note?: Sealed | undefined };

/** What of an event is told in the history; undefined for what is not of it. */
function toldOf(event: BroadsideEvent): Told | undefined {
  switch (event.type) {
    case 'RoleGranted':
    case 'RoleRevoked':
      return { role: event.data.role, note: event.data.reason };
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
      return { reason: event.data.reason, note: event.data.note, until: event.data.until };
    case 'PersonWarned':
    case 'PersonReinstated':
      return { reason: event.data.reason, note: event.data.note };
    case 'GuestLinked':
    case 'GuestUnlinked':
      return { otherId: event.data.accountId };
    default:
      return undefined;
  }
}

/** What was done about a person, from the users topic. */
export const personHistory: Projection<PersonHistoryRow, BatchContext> = {
  name: 'person-history',
  touches: (event) => (toldOf(event) && 'personId' in event.data ? [`${event.data.personId}/${event.version}`] : []),
  evolve: (_row, event, id, { keys }) => {
    const personId = id.slice(0, id.indexOf('/'));
    const { note, reason = null, until = null, role = null, otherId = null } = toldOf(event) ?? {};
    const { actor } = event.data;
    const key = keys.get(personId);
    return {
      ...{ personId, version: event.version, type: event.type, happenedAt: event.occurredAt },
      ...{ reason, until, role, otherId, actorId: actor.kind === 'person' ? actor.id : null },
      note: key && note !== undefined ? open(key, event.id, 'note', note) : null,
    };
  },
  save: savePersonHistory,
};
