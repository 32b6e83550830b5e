import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { SealedIn } from '#keyring/sealed-in.js';

/** A person, as replicated from the users topic. */
export interface KnownPerson {
  personId: string;
  kind: 'guest' | 'account' | 'erased';
  /** The name they came with. */
  original: SealedIn;
  /** The nick that replaces it. */
  nick: SealedIn | null;
  website: SealedIn | null;
  roles: Role[];
  hasSecondFactor: boolean;
  sanctions: Sanctions;
  /** The account that a guest has become. */
  linkedTo: string | null;
}

/** The name a person comments under. */
export const shownName = ({ nick, original }: KnownPerson): SealedIn => nick ?? original;
