import type { Versions } from '#commands/consistency-token.js';
import { personStreamName } from './read-person.js';

/** The answers that the version before stored for introductions, registrations and changes of an account. */
interface FormerAnswer {
  personId?: string;
  version: number;
  /** The stream of the guest who was linked. */
  guest?: Versions;
}

/** The streams of an answer that the version before stored. @param personId the caller, if the answer does not name one */
export function formerStreams(kept: unknown, personId = ''): Versions {
  const { version, guest, ...whose } = { personId, ...(kept as FormerAnswer) };
  return { [personStreamName(whose.personId)]: version, ...guest };
}
