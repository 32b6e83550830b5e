import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { SanctionReason } from '#contracts/people/sanction.events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, forbidden, invalid } from '#decider/rejection.js';
import { requirePerson } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

interface Judgement extends Given {
  personId: string;
  reason: SanctionReason;
  note?: string | undefined;
  /** Whether the caller is an admin: only admins sanction staff. */
  byAdmin: boolean;
  /** The roles that make a person staff. */
  staff: readonly string[];
}

export type SanctionCommand = Judgement &
  (
    | { type: 'SanctionPerson'; kind: 'warn' | 'suspend' | 'ban' | 'premoderate'; until: string | null }
    | { type: 'ReinstatePerson' }
  );

/** The rules of sanctions, for guests and accounts alike. A new sanction of the same kind replaces the earlier one. */
export const sanctionDecider: Decider<PersonNow, SanctionCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    requireMayJudge(command, person);
    const { personId, reason, note } = command;
    const data = { personId, reason, ...(note !== undefined && { note }) };
    if (command.type === 'ReinstatePerson') {
      return Object.keys(person.sanctions).length > 0 ? [happened(command, 'PersonReinstated', data)] : [];
    }
    const { kind, until } = command;
    if (until !== null && Date.parse(until) <= Date.parse(command.at)) {
      throw invalid('EndsBeforeItBegins', { until: 'must be in the future' });
    }
    if (kind === 'warn') return [happened(command, 'PersonWarned', data)];
    if (kind === 'ban') return [happened(command, 'PersonBanned', { ...data, until })];
    if (kind === 'premoderate') return [happened(command, 'PersonPremoderated', { ...data, until })];
    if (until === null) throw invalid('SuspendedWithoutEnd', { until: "can't be blank" });
    return [happened(command, 'PersonSuspended', { ...data, until })];
  },
};

function requireMayJudge({ personId, actor, byAdmin, staff }: Judgement, person: PersonNow): void {
  requirePerson(person);
  if (person.linkedTo !== null) throw conflict('GuestIsLinked', `this guest has an account now: ${person.linkedTo}`);
  if (actor.kind === 'person' && actor.id === personId) throw invalid('JudgesOneself', { person: "can't be yourself" });
  if (!byAdmin && person.roles.some((role) => staff.includes(role))) {
    throw forbidden('StaffIsForAdmins', 'Only an admin judges those who act for the site.');
  }
}
