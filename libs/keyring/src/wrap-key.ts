import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The installation's wrapping keys, 32 bytes each in base64. New keys are wrapped under the active one. */
export const InstallationKeys = z
  .object({ active: z.string(), keys: z.record(z.string(), z.base64()) })
  .refine(({ active, keys }) => Object.hasOwn(keys, active), 'the active key is not among the keys');
export type InstallationKeys = z.infer<typeof InstallationKeys>;

function installationKey({ keys }: InstallationKeys, id: string): Buffer {
  const key = Buffer.from((Object.hasOwn(keys, id) && keys[id]) || '', 'base64');
  if (key.length !== 32) throw new Error(`installation key ${id} is missing or not 32 bytes`);
  return key;
}

/** A person's key as it is stored: encrypted under the active installation key and bound to the person's id. */
export function wrapKey(installation: InstallationKeys, personId: string, key: Buffer): Buffer {
  const iv = randomBytes(12);
  const wrapping = installationKey(installation, installation.active);
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv).setAAD(Buffer.from(personId));
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error if the installation key is missing, or is not the one that wrapped it. */
export function unwrapKey(
  installation: InstallationKeys,
  wrappedUnder: string,
  personId: string,
  wrapped: Buffer,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', installationKey(installation, wrappedUnder), wrapped.subarray(0, 12))
    .setAAD(Buffer.from(personId))
    .setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
}
