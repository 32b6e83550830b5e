import { z } from 'zod';

export const UserAnswer = z.object({
  user: z.object({
    email: z.string(),
    token: z.string(),
    username: z.string(),
    bio: z.string().nullable(),
    image: z.string().nullable(),
    refreshToken: z.string().optional().describe('where the sign-in or registration was `refreshable`'),
  }),
});
