import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';

/** A person comments under this name from now on, in place of the one they came with. */
export const NickPicked = eventData(
  { personId: z.uuid(), nick: personal('name', 'personId') },
  'Somebody comments under this name from now on.',
);

/** A person comments under the name they came with again. */
export const OriginalNickRestored = eventData(
  { personId: z.uuid() },
  'Somebody comments under the name they came with again.',
);

export const nickEvents = { NickPicked, OriginalNickRestored };
