import { z } from 'zod';
import { GuestName, orNothing, Website } from './person.commands.js';
import { Email } from './account.commands.js';

/** What a guest is remembered by. What is left out stays; null or nothing empties e-mail and website. */
export const ChangeGuest = z.object({
  name: GuestName.optional(),
  email: orNothing(Email).optional(),
  website: orNothing(Website).optional(),
});
export type ChangeGuest = z.infer<typeof ChangeGuest>;
