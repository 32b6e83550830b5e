import { z } from 'zod';

export const Erasure = z.object({ dueAt: z.iso.datetime() }).nullable().describe('null: none is asked for');

export const ErasureAnswer = z.object({ erasure: Erasure });
