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

/** The failure of one form of a page; undefined if it is another form's, or none. */
export const failureOfStep = (form: unknown, step: string): FailedStep | undefined => {
  const { failed } = (form ?? {}) as { failed?: FailedStep };
  return failed?.step === step ? failed : undefined;
};
