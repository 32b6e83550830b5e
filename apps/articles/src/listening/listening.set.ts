import type { BroadsideEvent } from '#contracts/events.js';
import type { Keyring } from '#keyring/keyring.js';
import { endedSession } from '#known-people/ended-session.projection.js';
import { knownAddressRange, type Networks } from '#known-people/known-address-range.projection.js';
import { knownPerson } from '#known-people/known-person.projection.js';
import { loadListeningContext } from '#known-people/load-listening-context.js';
import { peopleHandling } from '#known-people/people-handling.js';
import type { ProjectionSet } from '#projection/projection.js';
import { listeningSchema } from './listening-schema.js';

export const listeningProjections = [knownPerson, endedSession, knownAddressRange] as const;

/** The projection set of data that the articles service replicates from the users topic. */
export const listeningSet = (keyring: Keyring): ProjectionSet<Networks, BroadsideEvent> => ({
  schema: listeningSchema,
  group: 'articles.listening',
  projections: listeningProjections,
  handling: peopleHandling,
  unknownTypes: 'skip',
  loadContext: (events) => loadListeningContext(keyring, events),
});
