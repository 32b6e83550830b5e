import { z } from 'zod';
import { momentTime } from '../utc-time.js';

/** What was shown by `upTo` has been seen; a time to come counts as now. */
export const VisitThread = z.object({ articleId: z.uuid(), upTo: momentTime() });
export type VisitThread = z.infer<typeof VisitThread>;
