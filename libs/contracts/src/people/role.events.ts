import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';

export const Role = z.enum(['reader', 'contributor', 'editor', 'moderator', 'admin']);
export type Role = z.infer<typeof Role>;

/** Why, in the words of who acted. Words may name somebody, so they are sealed with the person's other data. */
const reason = personal('note', 'personId').describe('in words');

export const RoleGranted = eventData(
  { personId: z.uuid(), role: Role, reason },
  'An account may do what this role may.',
);
export const RoleRevoked = eventData({ personId: z.uuid(), role: Role, reason }, 'An account may do so no more.');

export const roleEvents = { RoleGranted, RoleRevoked };
