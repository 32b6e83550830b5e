import type { BroadsideEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { erased, open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { loadCommenters } from '#read-models/commenter/load-commenters.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import type { PersonKeys } from '../person-keys.js';

type Introduction = Extract<BroadsideEvent, { type: 'GuestIntroduced' | 'UserRegistered' }>;

/** Who comments, from the users topic. Whoever is erased stays erased, whatever arrives late. */
export const commenter: Projection<CommenterRow, PersonKeys> = {
  name: 'commenter',
  touches: (event) => {
    switch (event.type) {
      case 'GuestIntroduced':
      case 'UserRegistered':
      case 'ErasureRequested':
      case 'ErasureCancelled':
      case 'PersonErased':
        return [event.data.personId];
      default:
        return [];
    }
  },
  load: loadCommenters,
  evolve: (row, event, personId, keys) => {
    if (row?.kind === 'erased') return undefined;
    switch (event.type) {
      case 'GuestIntroduced':
      case 'UserRegistered':
        return introduced(event, keys.get(personId));
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

const gone = (personId: string): CommenterRow => ({ ...nothing, personId, kind: 'erased', name: erased });
const nothing = { email: null, website: null, roles: [], erasureDueAt: null };

function introduced({ id, data }: Introduction, key: PersonKey | undefined): CommenterRow {
  const { personId } = data;
  if (!key) return gone(personId);
  const email = data.email === undefined ? null : open(key, id, 'email', data.email);
  if ('username' in data) {
    const name = open(key, id, 'name', data.username);
    return { ...nothing, personId, kind: 'account', name, email, roles: data.roles };
  }
  const website = data.website === undefined ? null : open(key, id, 'website', data.website);
  return { ...nothing, personId, kind: 'guest', name: open(key, id, 'name', data.name), email, website };
}
