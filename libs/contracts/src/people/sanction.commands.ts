import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { momentTime } from '../utc-time.js';
import { SanctionReason } from './sanction.events.js';

const why = {
  reason: SanctionReason,
  note: plainText(1_000).optional().describe('in words, told to the person and to moderators'),
};

/** Until when (null or left out: until it is lifted); a warning has no end, a suspension must have one. */
const until = momentTime().nullable().default(null);

export const SanctionPerson = z
  .object({ personId: z.uuid(), kind: z.enum(['warn', 'suspend', 'ban', 'premoderate']), until, ...why })
  .refine(({ kind, until: end }) => kind !== 'suspend' || end !== null, { error: "can't be blank", path: ['until'] })
  .refine(({ kind, until: end }) => kind !== 'warn' || end === null, {
    error: 'is not for a warning',
    path: ['until'],
  });
export type SanctionPerson = z.infer<typeof SanctionPerson>;

export const ReinstatePerson = z.object({ personId: z.uuid(), ...why });
export type ReinstatePerson = z.infer<typeof ReinstatePerson>;
