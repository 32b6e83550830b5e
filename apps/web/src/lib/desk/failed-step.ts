/** What another has done to the same thing meanwhile. */
export interface Change {
  /** The event, such as `PersonBanned`. */
  type: string;
  at: string;
  /** Null: the system. */
  actorId: string | null;
  actorName: string | null;
}

/** A form that could not be taken. */
export interface FailedStep {
  /** Which form of the page it is. */
  step: string;
  /** What was typed. */
  values: Record<string, string>;
  /** What is wrong, by field. */
  errors: Record<string, string>;
  message: string;
  /** Of what the form was made of. */
  etag?: string;
  /** The latest first; undefined if that is not why. */
  changes?: Change[];
}

/** What a form goes on with: what it was made of, until somebody has seen what another has made of it. */
export const etagOf = (given: string | undefined, failed: FailedStep | undefined): string | undefined =>
  failed === undefined || failed.changes !== undefined ? given : (failed.etag ?? given);

/** The failure of a form of the page; undefined if there is none. */
export const failureIn = (form: unknown): FailedStep | undefined => ((form ?? {}) as { failed?: FailedStep }).failed;

/** The failure of one form of a page; undefined if it is another form's, or none. */
export const failureOfStep = (form: unknown, step: string): FailedStep | undefined => {
  const failed = failureIn(form);
  return failed?.step === step ? failed : undefined;
};

/** The failure of a form that the page has no more. @param message in place of what asks to press it once more */
export const failureOfGone = (
  form: unknown,
  isGone: (step: string) => boolean,
  message: string,
): FailedStep | undefined => {
  const failed = failureIn(form);
  if (failed === undefined || !isGone(failed.step)) return undefined;
  return { ...failed, ...(failed.changes && { message }) };
};
