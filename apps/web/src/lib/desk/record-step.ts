import type { DeskMessages } from '#lib/messages/desk.en.js';

/** What all steps of a person's record are given. */
export interface RecordStep {
  /** Hidden fields. */
  given: Record<string, string | undefined>;
  form: unknown;
  t: DeskMessages;
}
