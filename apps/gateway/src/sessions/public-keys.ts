import { FreshFile } from '#process/fresh-file.js';
import { z } from 'zod';

export const PUBLIC_KEYS = Symbol('PUBLIC_KEYS');

// Only the public fields are read, so that a private key in the wrong file is not published.
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

/** The keys that verify tokens, as the file has them now. */
export const publicKeysOf = (path: string) => new FreshFile(path, (text) => Jwks.parse(JSON.parse(text)));
