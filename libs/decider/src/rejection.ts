/** Messages by field. */
export type FieldMessages = Record<string, string[]>;

/** What was changed since somebody read it, and by whom. */
export interface Change {
  /** Of the stream. */
  version: number;
  /** The event's type, such as `PersonBanned`. */
  type: string;
  /** ISO 8601. */
  at: string;
  /** Null: the system. */
  actorId: string | null;
}

/** What a rejection means to the caller; each kind becomes a problem document with its own status. */
export type Refusal =
  | { kind: 'not found'; what: string }
  /** `what`: the object that is not theirs. */
  | { kind: 'forbidden'; what?: string }
  /** The token is no longer valid; `what` as in "The token is invalid". */
  | { kind: 'not signed in'; what: string }
  | { kind: 'conflict'; fields?: FieldMessages }
  | { kind: 'invalid'; fields: FieldMessages }
  | { kind: 'changed meanwhile'; changes: Change[] }
  | { kind: 'too large' }
  /** Refused until a time, ISO 8601; `fields` where clients look for a limit by that name. */
  | { kind: 'too often'; until: string; fields?: FieldMessages }
  | { kind: 'try again'; afterSeconds: number };

/** The name of a broken rule, and what it means to the caller; the state stays as it is. */
export class Rejection extends Error {
  constructor(
    readonly rule: string,
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    this.name = rule;
  }
}

export const notFound = (rule: string, what: string) =>
  new Rejection(rule, { kind: 'not found', what }, `There is no such ${what}.`);

export const forbidden = (rule: string, message: string, what?: string) =>
  new Rejection(rule, { kind: 'forbidden', ...(what !== undefined && { what }) }, message);

export const conflict = (rule: string, message: string, fields?: FieldMessages) =>
  new Rejection(rule, { kind: 'conflict', ...(fields && { fields }) }, message);

/** Invalid fields, each with one message. */
export const invalid = (rule: string, fields: Record<string, string>) =>
  new Rejection(
    rule,
    {
      kind: 'invalid',
      fields: Object.fromEntries(Object.entries(fields).map(([field, message]) => [field, [message]])),
    },
    Object.entries(fields)
      .map(([field, message]) => `${field} ${message}`)
      .join(', '),
  );

/** The caller's token belongs to a person who was erased. */
export const personErased = () =>
  new Rejection(
    'PersonErased',
    { kind: 'not signed in', what: 'is of somebody who was erased' },
    'this person was erased',
  );

/** @param changes since the version on which the caller's decision was based, the latest first */
export const changedMeanwhile = (changes: Change[]) =>
  new Rejection('ChangedMeanwhile', { kind: 'changed meanwhile', changes }, 'This has changed since you read it.');

export const tryAgain = (rule: string, message: string, afterSeconds = 1) =>
  new Rejection(rule, { kind: 'try again', afterSeconds }, message);

const dayMs = 24 * 60 * 60 * 1_000;

/** The day's (UTC) limit is used up. @param at the time of the request, ISO 8601. */
export const tooOftenToday = (rule: string, message: string, at: string, fields?: FieldMessages) => {
  const until = new Date((Math.floor(Date.parse(at) / dayMs) + 1) * dayMs).toISOString();
  return new Rejection(rule, { kind: 'too often', until, ...(fields && { fields }) }, message);
};
