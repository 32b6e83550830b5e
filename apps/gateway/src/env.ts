import { z } from 'zod';
import { readSetVar } from '#read-models/read-set.js';
import { keyFileVar, keysFileVar, readEnv, urlVar } from '#process/env.js';
import { secondFactorVars } from '#identity/second-factor-vars.js';
import { limitVars } from './limits/limit-settings.js';
import { trustedProxiesVar } from '#http/trusted-proxies.js';

const urlsVar = z.string().regex(/^https?:\/\/\S+$/, 'must be an http address, or several separated by commas');

/** The environment of the gateway. READ_DATABASE_URL signs in as a role that may only read. */
export const env = readEnv({
  READ_DATABASE_URL: urlVar,
  READ_SET: readSetVar,
  VERIFYING_KEYS_FILE: z.string().min(1),
  ARTICLES_URL: urlsVar,
  COMMENTS_URL: urlsVar,
  USERS_URL: urlsVar,
  REDIS_URL: urlVar.optional(),
  ADDRESS_KEY_FILE: keyFileVar,
  COMMAND_KEY_FILE: keysFileVar,
  TRUSTED_PROXIES: trustedProxiesVar,
  /** Whether answers that are the same for everybody have versions and are stored in Redis. */
  CACHE_ANSWERS: z.enum(['yes', 'no']).default('yes'),
  COMMENT_NAMES: z.enum(['as-posted', 'current']).default('as-posted'),
  ...secondFactorVars,
  ...limitVars,
});
