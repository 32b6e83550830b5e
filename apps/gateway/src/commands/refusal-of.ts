import { z } from 'zod';
import { Problem } from '#http/problem.js';
import type { Answer } from './command-client.js';

const Refusal = z.object({
  detail: z.string().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
});

/** A service's refusal, passed on unchanged. */
export function refusalOf({ status, body, retryAfter }: Answer): Problem {
  const { detail, errors } = Refusal.safeParse(body).data ?? {};
  return new Problem(status, {
    ...(detail !== undefined && { detail }),
    ...(errors && { errors }),
    ...(retryAfter !== undefined && { headers: { 'Retry-After': retryAfter } }),
  });
}
