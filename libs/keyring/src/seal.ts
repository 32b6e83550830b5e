import { createCipheriv, randomBytes } from 'node:crypto';
import { fieldNumber, type PersonalField } from '#contracts/personal-fields.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from './keyring.js';

/** What a sealed value is bound to: the event's id (16 bytes) and the field's number (1 byte). */
export function boundTo(eventId: string, field: PersonalField): Buffer {
  return Buffer.concat([Buffer.from(eventId.replaceAll('-', ''), 'hex'), Buffer.of(fieldNumber[field])]);
}

/** Encrypts a personal value of one event under its person's key: AES-256-GCM, random 96-bit iv. */
export function seal(key: PersonKey, eventId: string, field: PersonalField, text: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(eventId, field));
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `s1.${sealed.toString('base64url')}` as Sealed;
}
