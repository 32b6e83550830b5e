import { durations } from '#lib/desk/durations.js';

/** When a sanction ends that lasts so long from now; null: when it is lifted; undefined: the form names none that is known. */
export function untilOf(lasts: string, now = Date.now()): string | null | undefined {
  if (lasts === 'lifted') return null;
  const hours = Object.hasOwn(durations, lasts) ? durations[lasts as keyof typeof durations] : undefined;
  return hours === undefined ? undefined : new Date(now + hours * 3_600_000).toISOString();
}
