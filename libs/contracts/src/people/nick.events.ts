import { z } from 'zod';
import { eventData } from '../event-data.js';
import { Sealed } from '../sealed.js';

/** A person comments under this name from now on, in place of the one they came with. */
export const NickPicked = eventData({ personId: z.uuid(), nick: Sealed });

/** A person comments under the name they came with again. */
export const OriginalNickRestored = eventData({ personId: z.uuid() });

export const nickEvents = { NickPicked, OriginalNickRestored };
