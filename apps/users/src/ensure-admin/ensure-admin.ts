import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { decideIn } from '#commands/decide-on.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { findReservations } from '../person/find-reservations.js';
import { hashPassword } from '../person/password-hash.js';
import { newPersonStream } from '../person/person-stream.js';
import { personDecider } from '../person/person.decider.js';
import { emailHash, usernameHash } from '../person/reservation-hashes.js';
import { reserve } from '../person/reserve.js';
import { guardStaffName } from '../person/staff-names.js';
import { storeCredentials } from '../person/store-credentials.js';

export interface AdminAccount {
  email: string;
  password: string;
  username?: string | undefined;
}

/** Registers the admin of a new installation, unless the e-mail is registered. Replicas may do so at once. */
export async function ensureAdmin(
  store: SealingEventStore<PoolClient>,
  pseudonymKey: Buffer,
  { email, password, username = 'admin' }: AdminAccount,
): Promise<void> {
  const address = emailHash(pseudonymKey, email);
  const personId = randomUUIDv7();
  const passwordHash = await hashPassword(password);
  await store.transact(async (transaction) => {
    const { client } = transaction;
    const holders = await findReservations(client, 'email', [address]);
    if (holders.size > 0 || !(await reserve(client, 'email', address, personId))) return;
    await reserve(client, 'username', usernameHash(pseudonymKey, username), personId);
    await guardStaffName(client, pseudonymKey, username, personId);
    const recordedAt = new Date().toISOString();
    const by = { at: recordedAt, ids: [randomUUIDv7()], actor: { kind: 'system' as const, rule: 'first-start' } };
    const command = {
      ...{ ...by, type: 'RegisterUser' as const, personId, username, email },
      ...{ roles: ['admin' as const], taken: [], looksLikeStaff: false },
    };
    const decision = { of: newPersonStream(personId), decider: personDecider, newKeyFor: personId, command };
    await decideIn(transaction, decision, { correlationId: randomUUID(), recordedAt });
    await storeCredentials(client, personId, passwordHash);
  });
}
