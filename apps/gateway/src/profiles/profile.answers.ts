import { z } from 'zod';

const Profile = z.object({
  username: z.string(),
  bio: z.string().nullable(),
  image: z.string().nullable().describe('as it was entered; may be no address at all'),
  following: z.boolean().describe('whether who asks follows them'),
});

export const ProfileAnswer = z.object({ profile: Profile });
export type ProfileAnswer = z.infer<typeof ProfileAnswer>;
export const ProfilesAnswer = z.object({ profiles: z.array(Profile) });
