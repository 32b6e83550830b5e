import { z } from 'zod';
import { InstallationKeys } from '#keyring/wrap-key.js';
import { brokersVar, jsonFileVar, keyFileVar, readEnv, urlVar } from '#process/env.js';
import { commandVars } from '#commands/require-gateway.js';
import { secondFactorVars } from '#identity/second-factor-vars.js';

/** The environment of the comments service. */
export const env = readEnv({
  DATABASE_URL: urlVar,
  KAFKA_BROKERS: brokersVar,
  KEYRING_DATABASE_URL: urlVar,
  KEYRING_KEY_FILE: jsonFileVar.pipe(InstallationKeys),
  VERIFYING_KEYS_FILE: z.string().min(1),
  PSEUDONYM_KEY_FILE: keyFileVar,
  ...commandVars,
  ...secondFactorVars,
});
