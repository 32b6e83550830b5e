import type { z, ZodError } from 'zod';
import { unprocessable, type FieldErrors } from './problem.js';

/** Messages by the last named step of each path; a missing field gets "can't be blank". */
export function fieldErrors(error: ZodError): FieldErrors {
  const errors = new Map<string, string[]>();
  for (const issue of error.issues) {
    const field = String(issue.path.findLast((step) => typeof step === 'string') ?? 'body');
    const missing = issue.code === 'invalid_type' && /received (undefined|null)/.test(issue.message);
    const messages = errors.get(field) ?? [];
    errors.set(field, messages);
    const message = missing ? "can't be blank" : lowerFirst(issue.message);
    if (!messages.includes(message)) messages.push(message);
  }
  return Object.fromEntries(errors);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** @throws Problem 422 naming each invalid field. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw unprocessable(fieldErrors(result.error));
  return result.data;
}
