import type { AddressRangeEvent } from '#contracts/events.js';
import { sanctionsAfter, type Sanctions } from '#contracts/people/standing.js';
import { Rejection, type Decider } from '#decider/decider.js';

type Reinstated = Extract<AddressRangeEvent, { type: 'AddressRangeReinstated' }>;
export type AddressRangeSanctioned = Exclude<AddressRangeEvent, Reinstated>;

export type AddressRangeCommand =
  | { type: 'SanctionAddressRange'; event: AddressRangeSanctioned }
  | { type: 'ReinstateAddressRange'; event: Reinstated };

/** What was last said against it; undefined for a range that nobody ever spoke of. */
export type AddressRange = Sanctions | undefined;

/** The rules of a range of addresses. A sanction said again is said again; lifting nothing changes nothing. */
export const addressRangeDecider: Decider<AddressRange, AddressRangeCommand, AddressRangeEvent> = {
  initialState: undefined,
  evolve: (range, event) => sanctionsAfter(range ?? {}, event),
  decide: (command, range) => {
    if (command.type === 'SanctionAddressRange') return [command.event];
    if (range === undefined) throw new Rejection('AddressRangeUnknown', 'there is no such range of addresses');
    return Object.keys(range).length > 0 ? [command.event] : [];
  },
};
