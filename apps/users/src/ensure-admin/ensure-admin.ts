import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { PoolClient } from 'pg';
import { findReservations } from '../person/find-reservations.js';
import { hashPassword } from '../person/password-hash.js';
import { emailHash, usernameHash } from '../person/reservation-hashes.js';
import { reserve } from '../person/reserve.js';
import { guardStaffName } from '../person/staff-names.js';
import { storeCredentials } from '../person/store-credentials.js';

export interface AdminAccount {
  email: string;
  password: string;
  username?: string | undefined;
}

/** Registers the admin of a new installation; does nothing where the e-mail is registered. Replicas may do so at once. */
export async function ensureAdmin(
  store: EventStore<PoolClient>,
  keyring: Keyring,
  pseudonymKey: Buffer,
  { email, password, username = 'admin' }: AdminAccount,
): Promise<void> {
  const address = emailHash(pseudonymKey, email);
  const personId = randomUUIDv7();
  const passwordHash = await hashPassword(password);
  await store.transact(async ({ client, append }) => {
    const holders = await findReservations(client, 'email', [address]);
    if (holders.size > 0 || !(await reserve(client, 'email', address, personId))) return;
    await reserve(client, 'username', usernameHash(pseudonymKey, username), personId);
    await guardStaffName(client, pseudonymKey, username, personId);
    await keyring.createKeys([personId]);
    const key = (await keyring.keysOf([personId])).get(personId);
    if (!key) throw new Error('the key that was just made is not there');
    const now = new Date().toISOString();
    const id = randomUUIDv7();
    const data = {
      personId,
      username: seal(key, id, 'name', username),
      email: seal(key, id, 'email', email),
      roles: ['admin' as const],
      actor: { kind: 'system' as const, rule: 'first-start' },
    };
    const event = { id, type: 'UserRegistered' as const, occurredAt: now, data };
    const stream = `person-${personId}`;
    await append([{ stream, expectedVersion: 0, topic: topics.users.name, key: personId, events: [event] }], {
      correlationId: randomUUID(),
      recordedAt: now,
    });
    await storeCredentials(client, personId, passwordHash);
  });
}
