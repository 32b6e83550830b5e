import { z } from 'zod';

export const ProfileAnswer = z.object({
  profile: z.object({
    username: z.string(),
    bio: z.string().nullable(),
    image: z.string().nullable().describe('as it was entered; may be no address at all'),
    following: z.boolean().describe('whether who asks follows them'),
  }),
});
