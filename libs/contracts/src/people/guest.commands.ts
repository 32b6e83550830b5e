import { z } from 'zod';
import { singleLine } from '../plain-text.js';
import { Email } from './account.commands.js';
import { Website } from './person.commands.js';

const orNothing = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), z.null(), schema]);

/** What a guest is remembered by. What is left out stays; null or nothing empties e-mail and website. */
export const ChangeGuest = z.object({
  name: singleLine(100).optional(),
  email: orNothing(Email).optional(),
  website: orNothing(Website).optional(),
});
export type ChangeGuest = z.infer<typeof ChangeGuest>;
