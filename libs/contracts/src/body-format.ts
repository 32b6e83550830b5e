import { z } from 'zod';

/** How a body as entered is to be read. */
export const BodyFormat = z.enum(['text', 'markdown', 'html']);
export type BodyFormat = z.infer<typeof BodyFormat>;
