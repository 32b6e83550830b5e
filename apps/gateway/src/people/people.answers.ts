import { z } from 'zod';

export const GuestAnswer = z.object({
  guest: z.object({ id: z.uuid(), name: z.string(), token: z.string().describe('use as `Authorization: Token …`') }),
});

export const UserAnswer = z.object({
  user: z.object({
    email: z.string(),
    token: z.string(),
    username: z.string(),
    bio: z.string().nullable(),
    image: z.string().nullable(),
  }),
});

const Erasure = z.object({ dueAt: z.iso.datetime() }).nullable().describe('null: none is asked for');

export const ErasureAnswer = z.object({ erasure: Erasure });

export const MeAnswer = z.object({
  me: z.object({
    kind: z.enum(['guest', 'account']),
    id: z.uuid(),
    name: z.string(),
    commentCount: z.int(),
    erasure: Erasure,
  }),
});
