import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { momentTime } from '../utc-time.js';
import { networkText, parseNetwork } from './network.js';
import { SanctionReason } from './sanction.events.js';

/** Wider than that is a part of the world, and somebody's slip of the pen. */
const fewestBits = { ipv4: 8, ipv6: 16 };

/** A network, in the one way to write it. */
export const SanctionedRange = z
  .string({ error: "can't be blank" })
  .min(1, "can't be blank")
  .transform((text, { addIssue }) => {
    const network = parseNetwork(text);
    if (network && network.bits >= fewestBits[network.start.kind()]) return networkText(network);
    addIssue(network ? 'is too wide (IPv4: /8 at most, IPv6: /16)' : 'must be addresses such as 203.0.113.0/24');
    return z.NEVER;
  });

const why = { reason: SanctionReason, note: plainText(1000).optional() };

/** Of a network that is known already it adds to what is in force there. */
export const SanctionAddressRange = z
  .object({
    range: SanctionedRange,
    kind: z.enum(['suspend', 'ban', 'premoderate']),
    until: momentTime().nullable().default(null).describe('null: until it is lifted'),
    ...why,
  })
  .refine(({ kind, until }) => kind !== 'suspend' || until !== null, { path: ['until'], error: "can't be blank" });
export type SanctionAddressRange = z.infer<typeof SanctionAddressRange>;

export const ReinstateAddressRange = z.object({ rangeId: z.uuid(), ...why });
export type ReinstateAddressRange = z.infer<typeof ReinstateAddressRange>;
