import { erased, type Personal } from '#contracts/personal.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from './keyring.js';
import { open } from './open.js';

/** A personal value, still sealed, with the id of the event it was sealed in. */
export interface SealedIn {
  eventId: string;
  value: Sealed;
}

/** Opens the value; erased if the key is gone. @throws Error if it belongs to another key, event or field. */
export const openSealed = (key: PersonKey | undefined, field: PersonalField, { eventId, value }: SealedIn): Personal =>
  key ? open(key, eventId, field, value) : erased;
