import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { PersonNow } from '../person/person.state.js';

/** The nicks a guest has picked last. Not the plain name they came with: two may share that, and nobody holds it. */
export const guestNicks = ({ picked }: PersonNow, key: PersonKey): string[] => [
  ...new Set(picked.map(({ eventId, value }) => open(key, eventId, 'name', value))),
];
