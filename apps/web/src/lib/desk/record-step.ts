import type { PeopleMessages } from '#lib/messages/people-messages-for.js';

/** What all steps of a person's record are given. */
export interface RecordStep {
  /** Hidden fields. */
  given: Record<string, string | undefined>;
  form: unknown;
  t: PeopleMessages;
}
