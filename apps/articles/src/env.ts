import { z } from 'zod';
import { brokersVar, keyFileVar, readEnv, urlVar } from '#service/env.js';

/** What the articles service is told by its environment. */
export const env = readEnv({
  DATABASE_URL: urlVar,
  KAFKA_BROKERS: brokersVar,
  VERIFYING_KEYS_FILE: z.string().min(1),
  PSEUDONYM_KEY_FILE: keyFileVar,
});
