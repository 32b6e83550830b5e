import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';

/** A code in clear, for the public log; what else is to be said stands in the sealed note. */
export const SanctionReason = z.enum(['spam', 'abuse', 'off-topic', 'impersonation', 'evasion', 'illegal', 'other']);
export type SanctionReason = z.infer<typeof SanctionReason>;

const why = (owner: 'personId' | 'rangeId') => ({
  reason: SanctionReason,
  note: personal('note', owner).optional().describe('in words'),
});
const until = z.iso.datetime().nullable().describe('null: until it is lifted');
const ofPerson = { personId: z.uuid(), ...why('personId') };
const ofRange = {
  rangeId: z.uuid(),
  ...why('rangeId'),
  range: personal('address', 'rangeId').describe('addresses, as 203.0.113.0/24'),
};

/** Told to the person; nothing is forbidden to them. */
export const PersonWarned = eventData(
  ofPerson,
  'A moderator has told somebody something; nothing is forbidden to them.',
);
/** Until then they may read, and nothing else. */
export const PersonSuspended = eventData(
  { ...ofPerson, until: z.iso.datetime() },
  'Until then somebody may read, and nothing else.',
);
export const PersonBanned = eventData({ ...ofPerson, until }, 'Somebody may read, and nothing else.');
/** What they write is held until a moderator has seen it. */
export const PersonPremoderated = eventData(
  { ...ofPerson, until },
  'What somebody writes is held from now on, until a moderator has seen it.',
);
/** All of these are lifted. */
export const PersonReinstated = eventData(ofPerson, 'Suspension, ban and pre-moderation of a person are lifted.');

export const sanctionEvents = { PersonWarned, PersonSuspended, PersonBanned, PersonPremoderated, PersonReinstated };

/** The same for whoever comes from a range of addresses, with an account or without. The range has a key of its own. */
export const AddressRangeSuspended = eventData(
  { ...ofRange, until: z.iso.datetime() },
  'Until then nobody who comes from these addresses may do more than read.',
);
export const AddressRangeBanned = eventData(
  { ...ofRange, until },
  'Nobody who comes from these addresses may do more than read.',
);
export const AddressRangePremoderated = eventData(
  { ...ofRange, until },
  'What comes from these addresses is held, until a moderator has seen it.',
);
export const AddressRangeReinstated = eventData(
  { rangeId: z.uuid(), ...why('rangeId') },
  'Whatever was said against these addresses is lifted.',
);

export const addressRangeEvents = {
  AddressRangeSuspended,
  AddressRangeBanned,
  AddressRangePremoderated,
  AddressRangeReinstated,
};
