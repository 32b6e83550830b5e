import { InstallationKeys } from '#keyring/wrap-key.js';
import { brokersVar, jsonFileVar, readEnv, urlVar } from '#process/env.js';

/** What the projector is told by its environment. */
export const env = readEnv({
  READ_DATABASE_URL: urlVar,
  KAFKA_BROKERS: brokersVar,
  KEYRING_DATABASE_URL: urlVar,
  KEYRING_KEY_FILE: jsonFileVar.pipe(InstallationKeys),
});
