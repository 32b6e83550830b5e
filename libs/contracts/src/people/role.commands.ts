import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { Role } from './role.events.js';

const blank = "can't be blank";

/** Every account is a reader for good; the other roles are given and taken, by an admin and with a reason in words. */
export const ChangeRole = z.object({
  personId: z.uuid(),
  role: Role.exclude(['reader'], { error: 'must be contributor, editor, moderator or admin' }),
  reason: plainText(500, { blank }),
});
export type ChangeRole = z.infer<typeof ChangeRole>;
