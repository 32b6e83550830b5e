import { z } from 'zod';

const count = (usual: number) => z.coerce.number().int().min(0).default(usual);
const seconds = (usual: number) => z.coerce.number().positive().max(3_600).default(usual);

/**
 * The limits of requests; 0 is no limit. They are wide enough for a person who types, and for a test suite at full
 * speed.
 */
export const limitVars = {
  LIMIT_WINDOW_SECONDS: z.coerce.number().int().min(1).max(3_600).default(60),
  LIMIT_READS_PER_ADDRESS: count(6_000),
  LIMIT_SEARCHES_PER_ADDRESS: count(240),
  LIMIT_WRITES_PER_ADDRESS: count(1_200),
  LIMIT_WRITES_PER_ACCOUNT: count(300),
  LIMIT_WRITES_PER_GUEST: count(120),
  LIMIT_VISITS_PER_ACCOUNT: count(60),
  LIMIT_PREVIEWS_PER_PERSON: count(120),
  LIMIT_SIGN_INS_PER_ADDRESS: count(300),
  LIMIT_FAILED_SIGN_INS: count(5),
  LIMIT_PASSWORD_RESETS: count(3),
  LIMIT_SIGN_IN_DELAY_SECONDS: seconds(1),
};

export type LimitSettings = z.infer<z.ZodObject<typeof limitVars>>;
