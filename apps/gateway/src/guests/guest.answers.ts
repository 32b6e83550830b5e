import { z } from 'zod';

export const GuestAnswer = z.object({
  guest: z.object({ id: z.uuid(), name: z.string(), token: z.string().describe('use as `Authorization: Token …`') }),
});

export const CredentialAnswer = z.object({ guest: z.object({ id: z.uuid(), token: z.string() }) });
