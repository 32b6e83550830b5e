import type { BroadsideEvent, OpenedEvent } from '#contracts/events.js';
import type { Personal } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import type { NewPersonHistoryRow } from '#read-models/person-history/person-history.entity.js';
import { savePersonHistory } from '#read-models/person-history/save-person-history.js';

type Told = Partial<Pick<NewPersonHistoryRow, 'reason' | 'until' | 'role' | 'otherId'>> & {
  note?: Personal | undefined;
};

/** The part of an event that the history shows; undefined if the event is not part of it. */
function toldOf(event: BroadsideEvent | OpenedEvent): Told | undefined {
  switch (event.type) {
    case 'RoleGranted':
    case 'RoleRevoked':
      return { role: event.data.role, note: event.data.reason };
    case 'SecondFactorSetUp':
      return {};
    case 'SecondFactorRemoved':
      return { note: event.data.reason };
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
    case 'PasswordResetIssued':
      return { until: event.data.expiresAt };
    default:
      return undefined;
  }
}

/** Sanctions, roles and other decisions about a person, from the users topic. */
export const personHistory: Projection<NewPersonHistoryRow> = {
  name: 'person-history',
  rowIds: (event) => (toldOf(event) && 'personId' in event.data ? [`${event.data.personId}/${event.version}`] : []),
  evolve: (_row, event, id) => {
    const personId = id.slice(0, id.indexOf('/'));
    const { note, reason = null, until = null, role = null, otherId = null } = toldOf(event) ?? {};
    const { actor } = event.data;
    return {
      ...{ personId, version: event.version, type: event.type, happenedAt: event.occurredAt },
      ...{ reason, until, role, otherId, actorId: actor.kind === 'person' ? actor.id : null },
      note: typeof note === 'string' ? note : null,
    };
  },
  save: savePersonHistory,
};
