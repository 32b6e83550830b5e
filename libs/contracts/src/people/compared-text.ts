import { z } from 'zod';

const blank = "can't be blank";

/** What is compared with what is stored need not be well-formed, but is not longer than that can be. */
export const comparedText = (most: number) =>
  z
    .string({ error: blank })
    .min(1, blank)
    .refine((text) => [...text].length <= most, `is too long (maximum is ${most} characters)`);
