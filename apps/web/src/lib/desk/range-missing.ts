import { type FailedStep, failureIn } from './failed-step.js';

export interface MissingRange {
  failed: FailedStep;
  /** Whether nothing is in force against it any more; else it stands elsewhere in the list. */
  isGone: boolean;
}

/**
 * The failure of a form about a range that this page of the list does not show; undefined if there is none. That it is lifted
 * is only what the gateway says: another range may have moved it to another page.
 * @param ids of the ranges shown @param gone what is said where nothing is left to do
 */
export function missingRange(form: unknown, ids: readonly string[], gone: string): MissingRange | undefined {
  const failed = failureIn(form);
  if (failed === undefined || failed.step === 'sanction') return undefined;
  if (ids.some((id) => failed.step === `reinstate-${id}`)) return undefined;
  const isGone = failed.changes?.[0]?.type === 'AddressRangeReinstated';
  return { failed: isGone ? { ...failed, message: gone } : failed, isGone };
}
