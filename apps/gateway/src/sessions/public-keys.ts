import { FreshFile } from '#process/fresh-file.js';
import { z } from 'zod';

export const PUBLIC_KEYS = Symbol('PUBLIC_KEYS');

// Only what is public is read, so that a private part in the wrong file goes nowhere.
const Jwks = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      crv: z.string(),
      x: z.string(),
      kid: z.string(),
      alg: z.string().optional(),
      use: z.string().optional(),
    }),
  ),
});
export type PublicKeys = z.infer<typeof Jwks>;

/** The keys that tokens are checked by, as the file has them now. */
export const publicKeysOf = (path: string) => new FreshFile(path, (text) => Jwks.parse(JSON.parse(text)));
