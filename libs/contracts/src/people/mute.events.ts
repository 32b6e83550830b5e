import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';

/** In a stream of its own, `mutes-<person id>`: a person's own stream is read at each of their commands. */
export const MutesChanged = eventData(
  {
    personId: z.uuid(),
    mutes: personal('mutes', 'personId').describe(
      'all that they mute now, as JSON: `[{"kind": "tag", "key": "harbour"}]`',
    ),
  },
  'Somebody mutes other people, sources or tags than before: none of these is in their lists. Which is told to nobody.',
);

export const muteEvents = { MutesChanged };
