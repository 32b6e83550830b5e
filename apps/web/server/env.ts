import { z } from 'zod';
import { readEnv } from '#process/env.js';
import { trustedProxiesVar } from '#http/trusted-proxies.js';

const isHttp = (address: string) => URL.parse(address)?.protocol === 'http:';

/** The environment of the site. */
export const env = readEnv({
  GATEWAY_URL: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isHttp), 'must be an http address, or several separated by commas'),
  TRUSTED_PROXIES: trustedProxiesVar,
});

/** Settings of the built pages, which read them from the environment as they are loaded. */
export const tellPages = (settings: Record<string, string>): void => void Object.assign(process.env, settings);
