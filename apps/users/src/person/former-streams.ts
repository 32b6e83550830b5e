import type { Versions } from '#commands/consistency-token.js';
import { personStreamName } from './read-person.js';

/** What the version before kept where somebody began, or changed their account. */
interface FormerAnswer {
  personId?: string;
  version: number;
  /** The stream of a guest who came along. */
  guest?: Versions;
}

/** The streams of an answer that the version before kept. @param personId whose command it was, where that does not say */
export function formerStreams(kept: unknown, personId = ''): Versions {
  const { version, guest, ...whose } = { personId, ...(kept as FormerAnswer) };
  return { [personStreamName(whose.personId)]: version, ...guest };
}
