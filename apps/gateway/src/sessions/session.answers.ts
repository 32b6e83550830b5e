import { z } from 'zod';

export const SessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      id: z.uuid(),
      startedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      current: z.boolean().describe('whether it is the one that asks'),
    }),
  ),
});
