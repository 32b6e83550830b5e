import { z } from 'zod';

/** A personal value under the key of whose it is: `s1.` and base64url of iv, ciphertext and tag. See `#keyring/seal.js`. */
export const Sealed = z
  .string()
  .regex(/^s1\.[A-Za-z0-9_-]+$/)
  .brand<'Sealed'>()
  .describe('AES-256-GCM under a key per person; unreadable once that key is destroyed');
export type Sealed = z.infer<typeof Sealed>;
