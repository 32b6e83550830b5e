import { InstallationKeys } from '#keyring/wrap-key.js';
import { readSetVar } from '#read-models/read-set.js';
import { brokersVar, jsonFileVar, readEnv, urlVar } from '#process/env.js';

/** The environment of the projector. */
export const env = readEnv({
  READ_DATABASE_URL: urlVar,
  READ_SET: readSetVar,
  KAFKA_BROKERS: brokersVar,
  KEYRING_DATABASE_URL: urlVar,
  KEYRING_KEY_FILE: jsonFileVar.pipe(InstallationKeys),
});
