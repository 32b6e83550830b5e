import { z } from 'zod';
import { Erasure } from '../erasure/erasure.answers.js';

export const MeAnswer = z.object({
  me: z.object({
    kind: z.enum(['guest', 'account']),
    id: z.uuid(),
    name: z.string().describe('the one I comment under'),
    originalName: z.string().describe('the one I came with'),
    nick: z.string().nullable().describe('the one I picked in its place'),
    email: z.string().nullable().describe('told to nobody else'),
    website: z.string().nullable(),
    commentCount: z.int(),
    roles: z.array(z.string()).describe('in force now'),
    secondFactor: z
      .enum(['on', 'off', 'required'])
      .optional()
      .describe('of an account; `required`: roles of mine are not in force until it is on'),
    erasure: Erasure,
  }),
});
