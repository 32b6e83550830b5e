import type { OpenedOf } from '#contracts/events.js';
import { erased, erasedText, type Personal } from '#contracts/personal.js';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import { rolesAfter, sanctionsAfter } from '#contracts/people/standing.js';
import type { Projection } from '#projection/projection.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { loadCommenters } from '#read-models/commenter/load-commenters.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';

/** People as commenters, from the users topic. An erased person stays erased, whatever arrives late. */
export const commenter: Projection<CommenterRow> = {
  name: 'commenter',
  rowIds: (event) => {
    switch (event.type) {
      case 'GuestIntroduced':
      case 'UserRegistered':
      case 'ProfileChanged':
      case 'NickPicked':
      case 'OriginalNickRestored':
      case 'GuestLinked':
      case 'GuestUnlinked':
      case 'RoleGranted':
      case 'RoleRevoked':
      case 'SecondFactorSetUp':
      case 'SecondFactorRemoved':
      case 'PersonSuspended':
      case 'PersonBanned':
      case 'PersonPremoderated':
      case 'PersonReinstated':
      case 'ErasureRequested':
      case 'ErasureCancelled':
      case 'PersonErased':
        return [event.data.personId];
      default:
        return [];
    }
  },
  load: loadCommenters,
  evolve: (row, event, personId) => {
    if (row?.kind === 'erased') return undefined;
    switch (event.type) {
      case 'GuestIntroduced':
      case 'UserRegistered':
        return introduced(event);
      case 'ProfileChanged':
        return row && changed(row, event);
      case 'NickPicked':
        return row && nicked(row, event.data.nick);
      case 'OriginalNickRestored':
        return row && { ...row, nick: null };
      case 'GuestLinked':
        return row && { ...row, linkedTo: event.data.accountId };
      case 'GuestUnlinked':
        return row && { ...row, linkedTo: null };
      case 'RoleGranted':
      case 'RoleRevoked':
        return row && { ...row, roles: rolesAfter(row.roles, event) };
      case 'SecondFactorSetUp':
        return row && { ...row, hasSecondFactor: true };
      case 'SecondFactorRemoved':
        return row && { ...row, hasSecondFactor: false };
      case 'PersonSuspended':
      case 'PersonBanned':
      case 'PersonPremoderated':
      case 'PersonReinstated':
        return row && { ...row, sanctions: sanctionsAfter(row.sanctions, event) };
      case 'ErasureRequested':
        return row && { ...row, erasureDueAt: event.data.dueAt };
      case 'ErasureCancelled':
        return row && { ...row, erasureDueAt: null };
      case 'PersonErased':
        return gone(personId);
      default:
        return undefined;
    }
  },
  save: saveCommenters,
};

export const gone = (personId: string): CommenterRow => ({ ...nothing, personId, kind: 'erased', name: erasedText });
const nothing = {
  ...{ email: null, website: null, foldedName: null, bio: null, image: null },
  ...{ roles: [], hasSecondFactor: false, sanctions: {}, nick: null, linkedTo: null, erasureDueAt: null },
};

const named = (name: string) => ({ name, foldedName: caseFoldedName(name) });

function introduced({ data }: OpenedOf<'GuestIntroduced'> | OpenedOf<'UserRegistered'>): CommenterRow {
  const { personId, email = null } = data;
  if (email === erased) return gone(personId);
  if ('username' in data) {
    const { username, roles } = data;
    return username === erased
      ? gone(personId)
      : { ...nothing, personId, kind: 'account', ...named(username), email, roles };
  }
  const { name, website = null } = data;
  return name === erased || website === erased
    ? gone(personId)
    : { ...nothing, personId, kind: 'guest', name, email, website };
}

const nicked = (row: CommenterRow, nick: Personal): CommenterRow =>
  nick === erased ? gone(row.personId) : { ...row, nick };

function changed(row: CommenterRow, { data }: OpenedOf<'ProfileChanged'>): CommenterRow {
  const { username, email, website, bio, image } = data;
  if (username === erased || email === erased || website === erased || bio === erased || image === erased) {
    return gone(row.personId);
  }
  return {
    ...row,
    ...(username !== undefined && renamed(row, username)),
    ...(email !== undefined && { email }),
    ...(website !== undefined && { website }),
    ...(bio !== undefined && { bio }),
    ...(image !== undefined && { image }),
  };
}

/** Only accounts are found by their name. */
const renamed = ({ kind }: CommenterRow, name: string) => (kind === 'account' ? named(name) : { name });
