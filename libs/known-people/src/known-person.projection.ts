import type { BroadsideEvent } from '#contracts/events.js';
import { rolesAfter, sanctionsAfter } from '#contracts/people/standing.js';
import type { Projection } from '#projection/projection.js';
import type { SealedIn } from '#keyring/sealed-in.js';
import type { KnownPerson } from './known-person.js';
import type { Sealed } from '#contracts/sealed.js';
import { loadKnownPeople } from './load-known-people.js';
import { saveKnownPeople } from './save-known-people.js';

const means = new Set<BroadsideEvent['type']>([
  ...(['GuestIntroduced', 'UserRegistered', 'ProfileChanged', 'NickPicked', 'OriginalNickRestored'] as const),
  ...(['SecondFactorSetUp', 'SecondFactorRemoved'] as const),
  ...(['RoleGranted', 'RoleRevoked', 'GuestLinked', 'GuestUnlinked', 'PersonErased'] as const),
  ...(['PersonSuspended', 'PersonBanned', 'PersonPremoderated', 'PersonReinstated'] as const),
]);

const sealedIn = (eventId: string, value: Sealed | null | undefined): SealedIn | null =>
  value === null || value === undefined ? null : { eventId, value };

/** Stands in for a name; no key opens it. */
const nothingSealed = '' as Sealed;
const nothing = { nick: null, website: null, roles: [], hasSecondFactor: false, sanctions: {}, linkedTo: null };

/** People with their names, roles and sanctions, from the users topic. Names stay sealed. */
export const knownPerson: Projection<KnownPerson, unknown, BroadsideEvent> = {
  name: 'known-person',
  rowIds: (event) => (means.has(event.type) && 'personId' in event.data ? [event.data.personId] : []),
  load: loadKnownPeople,
  evolve: (person, event, personId) => {
    const { id: eventId } = event;
    switch (event.type) {
      case 'GuestIntroduced': {
        const { name, website } = event.data;
        const original = { eventId, value: name };
        return { ...nothing, personId, kind: 'guest', original, website: sealedIn(eventId, website) };
      }
      case 'UserRegistered': {
        const { username, roles } = event.data;
        return { ...nothing, personId, kind: 'account', original: { eventId, value: username }, roles };
      }
      case 'PersonErased':
        return { ...nothing, personId, kind: 'erased', original: { eventId, value: nothingSealed } };
      default:
        return person && changed(person, event);
    }
  },
  save: saveKnownPeople,
};

function changed(person: KnownPerson, event: BroadsideEvent): KnownPerson | undefined {
  const { id: eventId } = event;
  switch (event.type) {
    case 'ProfileChanged': {
      const { username, website } = event.data;
      return {
        ...person,
        ...(username !== undefined && { original: { eventId, value: username } }),
        ...(website !== undefined && { website: sealedIn(eventId, website) }),
      };
    }
    case 'NickPicked':
      return { ...person, nick: { eventId, value: event.data.nick } };
    case 'OriginalNickRestored':
      return { ...person, nick: null };
    case 'SecondFactorSetUp':
      return { ...person, hasSecondFactor: true };
    case 'SecondFactorRemoved':
      return { ...person, hasSecondFactor: false };
    case 'RoleGranted':
    case 'RoleRevoked':
      return { ...person, roles: rolesAfter(person.roles, event) };
    case 'GuestLinked':
      return { ...person, linkedTo: event.data.accountId };
    case 'GuestUnlinked':
      return { ...person, linkedTo: null };
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
    case 'PersonReinstated':
      return { ...person, sanctions: sanctionsAfter(person.sanctions, event) };
    default:
      return undefined;
  }
}
