import { z } from 'zod';
import { readEnv } from '#process/env.js';
import { trustedProxiesVar } from '#http/trusted-proxies.js';

/** The environment of the site. */
export const env = readEnv({
  GATEWAY_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, 'must be an http address, or several separated by commas')
    .transform((list) => list.split(',').map((each) => each.trim())),
  TRUSTED_PROXIES: trustedProxiesVar,
});
