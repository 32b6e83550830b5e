import { foldName } from '#contracts/people/fold-name.js';
import { pseudonymOf } from '#commands/command-request.js';
import { nameSkeleton } from './name-skeleton.js';

/** By what a user name is reserved, whatever its case and Unicode form. */
export const usernameHash = (pseudonymKey: Buffer, username: string) =>
  pseudonymOf(pseudonymKey, 'username', foldName(username));

/** By what an e-mail is reserved and found, whatever its case and Unicode form. */
export const emailHash = (pseudonymKey: Buffer, email: string) => pseudonymOf(pseudonymKey, 'email', foldName(email));

/** By what a name of the staff is known in whatever guise. */
export const staffNameHash = (pseudonymKey: Buffer, username: string) =>
  pseudonymOf(pseudonymKey, 'staff-name', nameSkeleton(username));
