import { erased } from '#contracts/personal.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openSealed } from '#keyring/sealed-in.js';
import type { PersonBefore } from '../person/read-person.js';

export interface Names {
  kind: 'guest' | 'account';
  /** The name they came with, or changed it to. */
  original: string;
  /** The nick that replaces it. */
  nick: string | null;
}

/** A person's names in clear; undefined for a stranger, or if the key is destroyed. */
export function namesOf({ state: { kind }, profile }: PersonBefore, key: PersonKey | undefined): Names | undefined {
  const { name, nick } = profile;
  if (kind === 'nobody' || kind === 'erased' || name === null) return undefined;
  const original = openSealed(key, 'name', name);
  const picked = nick && openSealed(key, 'name', nick);
  return original === erased || picked === erased ? undefined : { kind, original, nick: picked };
}
