import type { z } from 'zod';
import type { Written } from '../commands/writes.js';
import type { UserAnswer } from './account.answers.js';

/** What the users service answers to who registers or signs in. */
export interface SignedInUser extends Written {
  email: string | null;
  token: string;
  username: string;
  bio: string | null;
  image: string | null;
  /** Where the client asked to refresh. */
  refreshToken?: string;
}

type User = z.infer<typeof UserAnswer>['user'];

/** An account as RealWorld clients know it; one that came by an import may be without e-mail. */
export const presentUser = ({ email, token, username, bio, image, refreshToken }: SignedInUser): User => ({
  email: email ?? '',
  token,
  username,
  bio,
  image,
  ...(refreshToken !== undefined && { refreshToken }),
});
