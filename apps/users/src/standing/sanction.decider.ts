import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;
type Sanctioned = Of<'PersonWarned' | 'PersonSuspended' | 'PersonBanned' | 'PersonPremoderated'>;

export type SanctionCommand = (
  { type: 'SanctionPerson'; event: Sanctioned } | { type: 'ReinstatePerson'; event: Of<'PersonReinstated'> }
) & {
  /** Whether who acts is an admin: the staff is their affair. */
  byAdmin: boolean;
  /** The roles that make one of the staff. */
  staff: readonly string[];
};

/** The rules of sanctions: of guests and accounts alike; what is said again takes the place of what was said before. */
export const sanctionDecider: Decider<PersonNow, SanctionCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, { kind, roles, sanctions, linkedTo }) => {
    const { event, byAdmin, staff } = command;
    const { personId, actor } = event.data;
    if (kind === 'nobody' || kind === 'erased') throw new Rejection('PersonNotFound', 'there is no such person');
    if (linkedTo !== null) throw new Rejection('GuestIsLinked', `this guest has an account now: ${linkedTo}`);
    if (actor.kind === 'person' && actor.id === personId) {
      throw new Rejection('JudgesOneself', 'nobody judges themselves');
    }
    if (!byAdmin && roles.some((role) => staff.includes(role))) {
      throw new Rejection('StaffIsForAdmins', 'only an admin judges those who act for the site');
    }
    if (command.type === 'ReinstatePerson') return Object.keys(sanctions).length > 0 ? [event] : [];
    requireFutureEnd(command.event);
    return [event];
  },
};

function requireFutureEnd({ data, occurredAt }: Sanctioned): void {
  const until = 'until' in data ? data.until : null;
  if (until !== null && Date.parse(until) <= Date.parse(occurredAt)) {
    throw new Rejection('EndsBeforeItBegins', 'the end of a sanction must be in the future');
  }
}
