import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import { pseudonymOf } from '#commands/command-request.js';
import { nameSkeleton } from './name-skeleton.js';

/** The keyed hash of a user name, whatever its case and Unicode form. */
export const usernameHash = (pseudonymKey: Buffer, username: string) =>
  pseudonymOf(pseudonymKey, 'username', caseFoldedName(username));

/** The keyed hash of an e-mail, whatever its case and Unicode form. */
export const emailHash = (pseudonymKey: Buffer, email: string) =>
  pseudonymOf(pseudonymKey, 'email', caseFoldedName(email));

/** The keyed hash of a staff name's skeleton, the same for all its look-alikes. */
export const staffNameHash = (pseudonymKey: Buffer, username: string) =>
  pseudonymOf(pseudonymKey, 'staff-name', nameSkeleton(username));
