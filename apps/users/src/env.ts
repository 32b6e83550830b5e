import { z } from 'zod';
import { Email, NewPassword, Username } from '#contracts/people/account.commands.js';
import { InstallationKeys } from '#keyring/wrap-key.js';
import { brokersVar, jsonFileVar, keyFileVar, readEnv, urlVar } from '#process/env.js';
import { mailVars } from './mail/mail-settings.js';
import { commandVars } from '#commands/require-gateway.js';
import { secondFactorVars } from '#identity/second-factor-vars.js';

const Admin = z.object({ email: Email, password: NewPassword, username: Username.optional() });

/** The environment of the users service. */
export const env = readEnv({
  DATABASE_URL: urlVar,
  KAFKA_BROKERS: brokersVar,
  KEYRING_DATABASE_URL: urlVar,
  KEYRING_KEY_FILE: jsonFileVar.pipe(InstallationKeys),
  SIGNING_KEYS_FILE: z.string().min(1),
  VERIFYING_KEYS_FILE: z.string().min(1),
  PSEUDONYM_KEY_FILE: keyFileVar,
  ...commandVars,
  ...secondFactorVars,
  ERASE_AFTER_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(7 * 24 * 3_600),
  /** Days after the end of a month for which its comments' addresses can be read. */
  ADDRESS_KEPT_DAYS: z.coerce.number().int().min(0).default(90),
  SESSION_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * 24 * 3_600),
  ACCESS_SECONDS: z.coerce.number().int().min(1).default(900),
  REFRESH_GRACE_SECONDS: z.coerce.number().int().min(0).default(30),
  REDIS_URL: urlVar.optional(),
  ...mailVars,
  ADMIN_FILE: jsonFileVar.pipe(Admin).optional(),
});
