import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { Sealed } from '#contracts/sealed.js';
import type { SealedIn } from '#keyring/sealed-in.js';
import type { KnownPerson } from './known-person.js';

export interface KnownPersonRow {
  personId: string;
  kind: KnownPerson['kind'];
  eventId: string;
  name: Sealed;
  websiteEventId: string | null;
  website: Sealed | null;
  nickEventId: string | null;
  nick: Sealed | null;
  roles: Role[];
  secondFactor: boolean;
  sanctions: Sanctions;
  linkedTo: string | null;
}

export const knownPersonColumns = `
  person_id AS "personId", kind, event_id AS "eventId", name, website_event_id AS "websiteEventId", website,
  nick_event_id AS "nickEventId", nick, roles, second_factor AS "secondFactor", sanctions, linked_to AS "linkedTo"`;

const sealedIn = (eventId: string | null, value: Sealed | null): SealedIn | null =>
  eventId === null || value === null ? null : { eventId, value };

export const toKnownPerson = (row: KnownPersonRow): KnownPerson => ({
  personId: row.personId,
  kind: row.kind,
  original: { eventId: row.eventId, value: row.name },
  nick: sealedIn(row.nickEventId, row.nick),
  website: sealedIn(row.websiteEventId, row.website),
  roles: row.roles,
  hasSecondFactor: row.secondFactor,
  sanctions: row.sanctions,
  linkedTo: row.linkedTo,
});
