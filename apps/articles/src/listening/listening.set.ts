import type { Keyring } from '#keyring/keyring.js';
import { endedSession } from '#known-people/ended-session.projection.js';
import { fetchRangeKeys, knownAddressRange, type RangeKeys } from '#known-people/known-address-range.projection.js';
import { knownPerson } from '#known-people/known-person.projection.js';
import type { ProjectionSet } from '#projection/projection.js';

export const listeningSchema = 'listening';

export const listeningProjections = [knownPerson, endedSession, knownAddressRange] as const;

/** What the articles service learns from the users topic. */
export const listeningSet = (keyring: Keyring): ProjectionSet<RangeKeys> => ({
  schema: listeningSchema,
  group: 'articles.listening',
  projections: listeningProjections,
  prepare: (events) => fetchRangeKeys(keyring, events),
});
