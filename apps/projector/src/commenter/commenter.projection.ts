import type { BroadsideEvent } from '#contracts/events.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import { foldName } from '#contracts/people/fold-name.js';
import { rolesAfter, sanctionsAfter } from '#contracts/people/standing.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from '#keyring/keyring.js';
import { erased, open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { loadCommenters } from '#read-models/commenter/load-commenters.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import type { BatchContext } from '../batch-context.js';

type Change = Extract<BroadsideEvent, { type: 'ProfileChanged' }>;
type Picked = Extract<BroadsideEvent, { type: 'NickPicked' }>;
type Introduction = Extract<BroadsideEvent, { type: 'GuestIntroduced' | 'UserRegistered' }>;

/** Who comments, from the users topic. Whoever is erased stays erased, whatever arrives late. */
export const commenter: Projection<CommenterRow, BatchContext> = {
  name: 'commenter',
  touches: (event) => {
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
  evolve: (row, event, personId, { keys }) => {
    if (row?.kind === 'erased') return undefined;
    switch (event.type) {
      case 'GuestIntroduced':
      case 'UserRegistered':
        return introduced(event, keys.get(personId));
      case 'ProfileChanged':
        return row && changed(row, event, keys.get(personId));
      case 'NickPicked':
        return row && nicked(row, event, keys.get(personId));
      case 'OriginalNickRestored':
        return row && { ...row, nick: null };
      case 'GuestLinked':
        return row && { ...row, linkedTo: event.data.accountId };
      case 'GuestUnlinked':
        return row && { ...row, linkedTo: null };
      case 'RoleGranted':
      case 'RoleRevoked':
        return row && { ...row, roles: rolesAfter(row.roles, event) };
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

export const gone = (personId: string): CommenterRow => ({ ...nothing, personId, kind: 'erased', name: erased });
const nothing = {
  ...{ email: null, website: null, foldedName: null, bio: null, image: null },
  ...{ roles: [], sanctions: {}, nick: null, linkedTo: null, erasureDueAt: null },
};

const named = (key: PersonKey, eventId: string, sealed: Sealed) => {
  const name = open(key, eventId, 'name', sealed);
  return { name, foldedName: foldName(name) };
};

function introduced({ id, data }: Introduction, key: PersonKey | undefined): CommenterRow {
  const { personId } = data;
  if (!key) return gone(personId);
  const email = data.email === undefined ? null : open(key, id, 'email', data.email);
  if ('username' in data) {
    return { ...nothing, personId, kind: 'account', ...named(key, id, data.username), email, roles: data.roles };
  }
  const website = data.website === undefined ? null : open(key, id, 'website', data.website);
  return { ...nothing, personId, kind: 'guest', name: open(key, id, 'name', data.name), email, website };
}

function nicked(row: CommenterRow, { id, data }: Picked, key: PersonKey | undefined): CommenterRow {
  return key ? { ...row, nick: open(key, id, 'name', data.nick) } : gone(row.personId);
}

function changed(row: CommenterRow, { id, data }: Change, key: PersonKey | undefined): CommenterRow {
  if (!key) return gone(row.personId);
  const { username, email, website, bio, image } = data;
  const opened = (field: PersonalField, sealed: Sealed | null) => sealed && open(key, id, field, sealed);
  return {
    ...row,
    ...(username !== undefined && renamed(row, named(key, id, username))),
    ...(email !== undefined && { email: opened('email', email) }),
    ...(website !== undefined && { website: opened('website', website) }),
    ...(bio !== undefined && { bio: opened('bio', bio) }),
    ...(image !== undefined && { image: opened('image', image) }),
  };
}

/** Accounts alone are found by their name. */
const renamed = ({ kind }: CommenterRow, { name, foldedName }: ReturnType<typeof named>) =>
  kind === 'account' ? { name, foldedName } : { name };
