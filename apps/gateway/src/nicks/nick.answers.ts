import { z } from 'zod';

export const NickEntry = z.object({
  name: z.string(),
  kind: z.enum(['original', 'picked', 'restored']).describe('`restored`: back to the name I came with'),
  since: z.iso.datetime(),
});
