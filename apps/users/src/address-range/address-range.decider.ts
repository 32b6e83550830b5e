import type { AddressRangeEvent, AddressRangeFact } from '#contracts/events.js';
import type { SanctionAddressRange as Wanted } from '#contracts/people/address-range.commands.js';
import { holds, parseAddress, parseNetwork } from '#contracts/people/network.js';
import type { SanctionReason } from '#contracts/people/sanction.events.js';
import { sanctionsAfter, type Sanctions } from '#contracts/people/standing.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { invalid, notFound } from '#decider/rejection.js';

export interface SanctionAddressRange extends Given, Wanted {
  type: 'SanctionAddressRange';
  rangeId: string;
  /** The address of the command's caller. */
  from: string | undefined;
}

export type AddressRangeCommand =
  | SanctionAddressRange
  | (Given & { type: 'ReinstateAddressRange'; rangeId: string; reason: SanctionReason; note?: string | undefined });

/** The sanctions in force; undefined for a range that never had one. */
export type AddressRange = Sanctions | undefined;

/** The rules of a range of addresses. Repeating a sanction is a new event; reinstating without sanctions changes nothing. */
export const addressRangeDecider: Decider<AddressRange, AddressRangeCommand, AddressRangeEvent, AddressRangeFact> = {
  initialState: undefined,
  evolve: (range, event): Sanctions => {
    switch (event.type) {
      case 'AddressRangeSuspended':
      case 'AddressRangeBanned':
      case 'AddressRangePremoderated':
      case 'AddressRangeReinstated':
        return sanctionsAfter(range ?? {}, event);
    }
  },
  decide: (command, range) => {
    const { rangeId, reason, note } = command;
    const why = { rangeId, reason, ...(note !== undefined && { note }) };
    if (command.type === 'SanctionAddressRange') return [sanctioned(command, why)];
    if (range === undefined) throw notFound('AddressRangeUnknown', 'range');
    return Object.keys(range).length > 0 ? [happened(command, 'AddressRangeReinstated', why)] : [];
  },
};

function sanctioned(
  command: SanctionAddressRange,
  why: { rangeId: string; reason: SanctionReason; note?: string },
): AddressRangeEvent {
  const { range, kind, until } = command;
  requireSensible(command);
  const data = { ...why, range };
  if (kind === 'ban') return happened(command, 'AddressRangeBanned', { ...data, until });
  if (kind === 'premoderate') return happened(command, 'AddressRangePremoderated', { ...data, until });
  if (until === null) throw invalid('SuspendedWithoutEnd', { until: "can't be blank" });
  return happened(command, 'AddressRangeSuspended', { ...data, until });
}

/**
 * Checks that the sanction does not end in the past, and that the caller's own address is not in the range: nobody there
 * could lift it.
 */
function requireSensible({ range, kind, until, from, at }: SanctionAddressRange): void {
  if (until !== null && Date.parse(until) <= Date.parse(at)) {
    throw invalid('EndsBeforeItBegins', { until: 'must be in the future' });
  }
  const [network, address] = [parseNetwork(range), parseAddress(from ?? '')];
  if (kind !== 'premoderate' && network && address && holds(network, address)) {
    throw invalid('HoldsOwnAddress', { range: 'has your own address in it' });
  }
}
