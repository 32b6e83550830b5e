import type { PersonKey } from './keyring.js';
import { open } from './open.js';
import { seal } from './seal.js';
import { Sealed } from '#contracts/sealed.js';

/** A person's secret as a row holds it: sealed under their key, and bound to them in place of an event. */
export const sealSecret = (key: PersonKey, personId: string, secret: string): Sealed =>
  seal(key, personId, 'secondFactor', secret);

/** @throws Error if it was changed, or is another person's. */
export const openSecret = (key: PersonKey, personId: string, sealed: string): string =>
  open(key, personId, 'secondFactor', Sealed.parse(sealed));
