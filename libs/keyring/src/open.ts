import { createDecipheriv } from 'node:crypto';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from './keyring.js';
import { boundTo } from './seal.js';

/** @throws Error if the sealed value was changed, or belongs to another key, event or field. */
export function open(key: PersonKey, eventId: string, field: PersonalField, sealed: Sealed): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(boundTo(eventId, field))
    .setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}
