import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { PersonNow } from '../person/person.state.js';

export interface Names {
  kind: 'guest' | 'account';
  /** The name they came with, or changed it to. */
  original: string;
  /** The one they comment under in its place. */
  nick: string | null;
}

/** A person's names with the seals opened; undefined for nobody. */
export function namesOf({ kind, name, nick }: PersonNow, key: PersonKey): Names | undefined {
  if (kind === 'nobody' || kind === 'erased' || name === null) return undefined;
  const opened = ({ eventId, value }: typeof name) => open(key, eventId, 'name', value);
  return { kind, original: opened(name), nick: nick && opened(nick) };
}
