import { z } from 'zod';
import { archiveText } from '../plain-text.js';
import { archivedName, publishedName } from '../published-name.js';
import { archivedTime } from '../utc-time.js';
import { Email, GuestToken, longestEmail, longestPassword } from './account.commands.js';
import { comparedText } from './compared-text.js';
import { ErasureReason } from './person.events.js';
import { SecondFactorCode } from './second-factor.commands.js';

export const Website = z
  .string()
  .max(2000)
  .refine((text) => {
    // URL.parse would encode what cannot stand in an address, or drop it; the text is kept as it was entered.
    if (/[\s\p{Cc}\p{Cs}]/u.test(text)) return false;
    const url = URL.parse(text);
    return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
  }, 'must be an http or https address');

export const GuestName = publishedName(100);

/** Null where it is empty or null. */
export const orNothing = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), z.null(), schema]);

const orNone = <Schema extends z.ZodType<string>>(schema: Schema) =>
  orNothing(schema)
    .optional()
    .transform((given) => given ?? undefined);

/** An e-mail or website that is left out, empty or null is none. */
export const IntroduceGuest = z.object({ name: GuestName, email: orNone(Email), website: orNone(Website) });
export type IntroduceGuest = z.infer<typeof IntroduceGuest>;

export const Login = z.object({
  email: comparedText(longestEmail),
  password: comparedText(longestPassword),
  /** Needed where the account has a second factor. */
  code: SecondFactorCode.optional(),
  /** Asks for short tokens and a refresh token, in place of one token as long as the session. */
  refreshable: z.boolean().default(false),
  guestToken: GuestToken.optional(),
});
export type Login = z.infer<typeof Login>;

/**
 * Names, addresses and websites of an archive come as they stand there; only their size is bounded. A person is known again by
 * them, and shown under what `archivedName` leaves of the name.
 */
export const ArchivedPerson = z.object({
  name: archiveText(1000),
  email: archiveText(1000).optional(),
  emailHash: archiveText(1000).optional(),
  website: archiveText(4000).optional(),
  firstSeenAt: archivedTime(),
  /** An account without sign-in, to be claimed by its e-mail, in place of a guest. */
  account: z.boolean().default(false),
});

/** A guest may be without a name, an account not. */
const hasName = ({ name, account }: z.infer<typeof ArchivedPerson>) => !account || archivedName(name) !== '';

export const ImportPeople = z.object({
  source: archiveText(200).pipe(z.string().min(1)),
  people: z.array(ArchivedPerson.refine(hasName, { path: ['name'], error: "can't be blank" })).max(1000),
});
export type ImportPeople = z.infer<typeof ImportPeople>;

export interface PersonImported {
  personId: string;
  version: number;
  added: boolean;
}

/** Somebody else's erasure, which an admin may ask for, has a reason; one's own needs none. */
export const RequestErasure = z.object({ personId: z.uuid(), reason: ErasureReason });

export const CancelErasure = z.object({ personId: z.uuid() });
