import { z } from 'zod';
import { eventData } from '../event-data.js';

export const ThreadVisited = eventData(
  {
    articleId: z.uuid(),
    personId: z.uuid(),
    upTo: z.iso.datetime().describe('what was shown by then has been seen; later than in the event before'),
  },
  'An account has seen what stands under an article.',
  {
    articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051',
    personId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192',
    upTo: '2026-01-02T03:04:05.000Z',
    actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
  },
);

export const visitEvents = { ThreadVisited };
