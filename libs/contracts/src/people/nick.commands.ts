import { z } from 'zod';
import { Username } from './account.commands.js';

/** A nick is made of what a user name is made of. */
export const PickNick = z.object({ name: Username });
export type PickNick = z.infer<typeof PickNick>;
