import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';

/** The event of a reader's registration, with what is personal sealed under their key. */
export function userRegistered(
  personId: string,
  { username, email }: { username: string; email: string },
  key: PersonKey,
  occurredAt: string,
): Extract<PersonEvent, { type: 'UserRegistered' }> {
  const id = randomUUIDv7();
  const data = {
    personId,
    username: seal(key, id, 'name', username),
    email: seal(key, id, 'email', email),
    roles: ['reader' as const],
    actor: { kind: 'person' as const, id: personId },
  };
  return { id, type: 'UserRegistered', occurredAt, data };
}
