import { z } from 'zod';
import { publishedName } from '../published-name.js';
import { isBlank } from '../visible-text.js';
import { comparedText } from './compared-text.js';

const blank = "can't be blank";
/** In UTF-16 units. */
export const longestEmail = 320;
/** Of a password, in code points: what it is stretched from is bounded too. */
export const longestPassword = 1_000;
/** Of what an account tells of itself, in code points. Events of before may hold longer ones. */
export const longestBio = 5_000;
export const longestImage = 2_000;

const tooLong = (most: number) => `is too long (maximum is ${most} characters)`;
const codePoints = (text: string) => [...text].length;
/** NUL has no place in a database, half a character none in UTF-8. */
const canBeKept = (text: string) => !text.includes('\0') && text.isWellFormed();

/** A path of dots means another address: such a profile could not be asked for. */
export const Username = publishedName(50).refine((name) => !/^\.{1,2}$/.test(name), 'is invalid');

/** An address in any script; that mail arrives there is another matter. */
export const Email = z
  .string({ error: blank })
  .min(1, blank)
  .pipe(
    z
      .email({
        pattern: /^[^\s@"(),:;<>[\\\]\p{C}]{1,64}@[^\s@"(),:;<>[\\\]\p{C}]+\.[^\s@"(),:;<>[\\\].\p{C}]+$/u,
        error: 'is invalid',
      })
      .max(longestEmail, tooLong(longestEmail)),
  );

/** NIST SP 800-63B, 5.1.1.2: from 8 characters on, of any kind. */
export const NewPassword = z
  .string({ error: blank })
  .min(1, blank)
  .refine((password) => password === '' || codePoints(password) >= 8, 'is too short (minimum is 8 characters)')
  .refine((password) => codePoints(password) <= longestPassword, tooLong(longestPassword))
  // Hashed as UTF-8, all halves of characters would be one.
  .refine((password) => password.isWellFormed(), 'has half a character');

/** Null empties, and so does a text in which there is nothing to see. */
const orNothing = (most: number) =>
  z
    .string()
    .refine((text) => codePoints(text) <= most, tooLong(most))
    .refine(canBeKept, 'has control characters')
    .nullable()
    .transform((text) => (text === null || isBlank(text) ? null : text));

/** A guest's credential, by which an account takes the guest along. */
export const GuestToken = z.string({ error: blank }).min(1, blank).max(5000, 'is invalid');

export const RegisterUser = z.object({
  username: Username,
  email: Email,
  password: NewPassword,
  /** Asks for short tokens and a refresh token, in place of one token as long as the session. */
  refreshable: z.boolean().default(false),
  guestToken: GuestToken.optional(),
});
export type RegisterUser = z.infer<typeof RegisterUser>;

/** What is left out stays as it is. The image is whatever was entered: whoever shows it must not trust it. */
export const ChangeAccount = z.object({
  username: Username.optional(),
  email: Email.optional(),
  password: NewPassword.optional(),
  /** The present one. A new e-mail or password needs it in a refreshable session, and where there is a second factor. */
  currentPassword: comparedText(longestPassword).optional(),
  bio: orNothing(longestBio).optional(),
  image: orNothing(longestImage).optional(),
});
export type ChangeAccount = z.infer<typeof ChangeAccount>;

/** Which of one's sessions: one by its id, the one that asks, all others, or all. */
export const EndSessions = z.object({ sessions: z.union([z.enum(['this', 'others', 'all']), z.uuid()]) });
export type EndSessions = z.infer<typeof EndSessions>;

export const RefreshSession = z.object({ refreshToken: z.string({ error: blank }).min(1, blank).max(200) });
export type RefreshSession = z.infer<typeof RefreshSession>;

export const LinkGuest = z.object({ token: GuestToken });
export type LinkGuest = z.infer<typeof LinkGuest>;

export const UnlinkGuest = z.object({ personId: z.uuid() });
export type UnlinkGuest = z.infer<typeof UnlinkGuest>;

export const FollowPerson = z.object({ followedId: z.uuid() });
export type FollowPerson = z.infer<typeof FollowPerson>;
