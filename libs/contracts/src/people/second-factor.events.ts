import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';

const ada = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';

/** Neither the secret nor a code: events are public. */
export const SecondFactorSetUp = eventData(
  { personId: z.uuid() },
  'From now on an account signs in with a code besides its password; neither its secret nor a code is told.',
  { personId: ada, actor: { kind: 'person', id: ada } },
);

export const SecondFactorRemoved = eventData(
  {
    personId: z.uuid(),
    /** Words may name somebody, so they are sealed with the person's other data. */
    reason: personal('note', 'personId').optional().describe('in words, where an admin has removed it'),
  },
  'The password alone is enough again: the account has removed its second factor, or an admin has, for somebody who lost it.',
  {
    personId: ada,
    reason: 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA',
    actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708195' },
  },
);

export const secondFactorEvents = { SecondFactorSetUp, SecondFactorRemoved };
