import { z } from 'zod';
import { Problem } from '#http/problem.js';
import type { Answer } from './command-client.js';

const Refusal = z.object({
  detail: z.string().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  changes: z.unknown().optional(),
});

/** A service's refusal, passed on unchanged. */
export function refusalOf({ status, body, retryAfter }: Answer): Problem {
  const { detail, errors, changes } = Refusal.safeParse(body).data ?? {};
  return new Problem(status, {
    ...(detail !== undefined && { detail }),
    ...(errors && { errors }),
    ...(changes !== undefined && { more: { changes } }),
    ...(retryAfter !== undefined && { headers: { 'Retry-After': retryAfter } }),
  });
}
