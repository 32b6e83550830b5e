import { z } from 'zod';
import { SanctionReason } from '#contracts/people/sanction.events.js';
import type { AddressRangeRow } from '#read-models/address-range/address-range.entity.js';

const Sanction = z
  .object({ reason: SanctionReason, until: z.iso.datetime().nullable().describe('null: until it is lifted') })
  .optional();

const AddressRange = z.object({
  id: z.uuid(),
  range: z.string().describe('as 203.0.113.0/24'),
  sanctions: z
    .object({ ban: Sanction, suspension: Sanction, premoderation: Sanction })
    .describe('each may be over by now'),
  version: z.int().describe('for `If-Match` of what is decided about it'),
});

export const ReachAnswer = z.object({
  reach: z.object({
    range: z.string(),
    addresses: z.string().describe('how many, in digits: of IPv6 they may be more than a number holds'),
    holdsYours: z.boolean().describe('whether your own address is in it: then it cannot be suspended or banned by you'),
    addressRanges: z.array(AddressRange).describe('those around or inside it; up to 100'),
    addressRangesCount: z.int(),
  }),
});

export const AddressRangeAnswer = z.object({ addressRange: AddressRange });
export const AddressRangesAnswer = z.object({ addressRanges: z.array(AddressRange), addressRangesCount: z.int() });

/** A range as the API gives it. */
export const presentRange = ({
  rangeId,
  network,
  sanctions,
  version,
}: AddressRangeRow): z.infer<typeof AddressRange> => ({
  id: rangeId,
  range: network,
  sanctions,
  version,
});
