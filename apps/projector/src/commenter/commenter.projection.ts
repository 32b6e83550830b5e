import { erased, openOrErased } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { loadCommenters } from '#read-models/commenter/load-commenters.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import type { PersonKeys } from '../person-keys.js';

/** Who comments, from the users topic. Whoever is erased stays erased, whatever arrives late. */
export const commenter: Projection<CommenterRow, PersonKeys> = {
  name: 'commenter',
  touches: (event) =>
    event.type === 'GuestIntroduced' || event.type === 'UserRegistered' || event.type === 'PersonErased'
      ? [event.data.personId]
      : [],
  load: loadCommenters,
  evolve: (row, event, personId, keys) => {
    if (row?.kind === 'erased') return undefined;
    const key = keys.get(personId);
    const gone = { personId, kind: 'erased' as const, name: erased, email: null, website: null, roles: [] };
    if (event.type === 'PersonErased') return gone;
    if (event.type !== 'GuestIntroduced' && event.type !== 'UserRegistered') return undefined;
    if (!key) return gone;
    const { id, data } = event;
    const email = data.email === undefined ? null : openOrErased(key, id, 'email', data.email);
    if ('username' in data) {
      const { roles } = data;
      return {
        personId,
        kind: 'account',
        name: openOrErased(key, id, 'name', data.username),
        email,
        website: null,
        roles,
      };
    }
    const website = data.website === undefined ? null : openOrErased(key, id, 'website', data.website);
    return { personId, kind: 'guest', name: openOrErased(key, id, 'name', data.name), email, website, roles: [] };
  },
  save: saveCommenters,
};
