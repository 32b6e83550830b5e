import { z } from 'zod';

/** A personal value under its person's key: `s1.` and base64url of iv, ciphertext and tag. See `#keyring/seal.js`. */
export const Sealed = z
  .string()
  .regex(/^s1\.[A-Za-z0-9_-]+$/)
  .describe('AES-256-GCM under a key per person; unreadable once that key is destroyed');
export type Sealed = z.infer<typeof Sealed>;
