import { z } from 'zod';

/** A setting of every process that checks callers: the same for all, else one refuses what another lets pass. */
export const secondFactorVars = { REQUIRE_SECOND_FACTOR: z.enum(['nobody', 'staff']).default('nobody') };
