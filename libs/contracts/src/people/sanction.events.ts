import { z } from 'zod';
import { eventData } from '../event-data.js';
import { Sealed } from '../sealed.js';

/** A code in clear, for the public log; what else is to be said stands in the sealed note. */
export const SanctionReason = z.enum(['spam', 'abuse', 'off-topic', 'impersonation', 'evasion', 'illegal', 'other']);
export type SanctionReason = z.infer<typeof SanctionReason>;

const why = { reason: SanctionReason, note: Sealed.optional().describe('in words') };
const until = z.iso.datetime().nullable().describe('null: until it is lifted');
const ofPerson = { personId: z.uuid(), ...why };
const ofRange = { rangeId: z.uuid(), ...why, range: Sealed.describe('addresses, as 203.0.113.0/24') };

/** Told to the person; nothing is forbidden to them. */
export const PersonWarned = eventData(ofPerson);
/** Until then they may read, and nothing else. */
export const PersonSuspended = eventData({ ...ofPerson, until: z.iso.datetime() });
export const PersonBanned = eventData({ ...ofPerson, until });
/** What they write is held until a moderator has seen it. */
export const PersonPremoderated = eventData({ ...ofPerson, until });
/** All of these are lifted. */
export const PersonReinstated = eventData(ofPerson);

export const sanctionEvents = { PersonWarned, PersonSuspended, PersonBanned, PersonPremoderated, PersonReinstated };

/** The same for whoever comes from a range of addresses, with an account or without. The range has a key of its own. */
export const AddressRangeSuspended = eventData({ ...ofRange, until: z.iso.datetime() });
export const AddressRangeBanned = eventData({ ...ofRange, until });
export const AddressRangePremoderated = eventData({ ...ofRange, until });
export const AddressRangeReinstated = eventData({ rangeId: z.uuid(), ...why });

export const addressRangeEvents = {
  AddressRangeSuspended,
  AddressRangeBanned,
  AddressRangePremoderated,
  AddressRangeReinstated,
};
