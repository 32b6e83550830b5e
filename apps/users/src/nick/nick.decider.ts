import type { PersonEvent, PersonFact } from '#contracts/events.js';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, invalid, notFound } from '#decider/rejection.js';
import { requireFreeName, requireOwnLooks, requirePerson, taken, type NameStanding } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

export interface PickNick extends Given {
  type: 'PickNick';
  personId: string;
  nick: string;
  /** The name they came with and their nick; undefined if these are unreadable. */
  names: { original: string; nick: string | null } | undefined;
  nameStanding: NameStanding;
}

export type NickCommand = PickNick | (Given & { type: 'RestoreOriginalNick'; personId: string });

/**
 * The rules of nicks, for guests and accounts alike. Picking the present nick, or restoring the present name, changes
 * nothing.
 */
export const nickDecider: Decider<PersonNow, NickCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    requirePerson(person);
    const { personId } = command;
    if (command.type === 'PickNick') return picked(command, person);
    return person.hasNick ? [happened(command, 'OriginalNickRestored', { personId })] : [];
  },
};

function picked(command: PickNick, { kind }: PersonNow): PersonEvent[] {
  const { personId, nick, names, nameStanding } = command;
  if (!names) throw notFound('PersonNotFound', 'person');
  if (caseFoldedName(nick) === caseFoldedName(names.original)) {
    throw invalid('IsOriginalName', { nick: 'is the name you came with; go back to that instead' });
  }
  if (kind === 'guest') requireFreeName(nameStanding, 'nick');
  else requireOwnNick(nameStanding);
  return names.nick === nick ? [] : [happened(command, 'NickPicked', { personId, nick })];
}

function requireOwnNick({ isTaken, looksLikeStaff }: NameStanding): void {
  if (isTaken) throw conflict('NameTaken', 'Somebody else has this name.', { nick: [taken] });
  requireOwnLooks(looksLikeStaff, 'nick');
}
