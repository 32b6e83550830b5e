import type { z } from 'zod';
import type { Written } from '../commands/writes.js';
import type { UserAnswer } from './account.answers.js';

/** The users service's answer to a registration or sign-in. */
export interface SignedInUser extends Written {
  email: string | null;
  token: string;
  username: string;
  bio: string | null;
  image: string | null;
  /** Present if the client asked for a refreshable session. */
  refreshToken?: string;
}

type User = z.infer<typeof UserAnswer>['user'];

/** An account in the form that RealWorld clients know. An imported account may have no e-mail. */
export const presentUser = ({ email, token, username, bio, image, refreshToken }: SignedInUser): User => ({
  email: email ?? '',
  token,
  username,
  bio,
  image,
  ...(refreshToken !== undefined && { refreshToken }),
});
