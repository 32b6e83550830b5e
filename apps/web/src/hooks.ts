import type { Transport } from '@sveltejs/kit/hooks';
import { Unsent } from '#lib/unsent.js';

export const transport: Transport = {
  Unsent: {
    encode: (value) => value instanceof Unsent && 1,
    decode: () => undefined,
  },
};
