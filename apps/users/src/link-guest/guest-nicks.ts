import { shownText } from '#contracts/personal.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openSealed } from '#keyring/sealed-in.js';
import type { SealedProfile } from '../person/sealed-profile.js';

/** The last nicks of a guest. Without the name they came with: two guests may share that, and nobody holds it. */
export const guestNicks = ({ picked }: SealedProfile, key: PersonKey): string[] => [
  ...new Set(picked.map((sealed) => shownText(openSealed(key, 'name', sealed)))),
];
