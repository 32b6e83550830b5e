import { erased, type Personal } from '#contracts/personal.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from './keyring.js';
import { open } from './open.js';

/** A personal value that is kept as it was sealed, with the event it was sealed in. */
export interface SealedIn {
  eventId: string;
  value: Sealed;
}

/** What was sealed; erased where the key is gone. @throws Error where the seal is not of this key, event and field. */
export const openSealed = (key: PersonKey | undefined, field: PersonalField, { eventId, value }: SealedIn): Personal =>
  key ? open(key, eventId, field, value) : erased;
