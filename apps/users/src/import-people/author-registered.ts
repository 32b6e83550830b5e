import { randomUUIDv7 } from 'node:crypto';
import type { Provenance } from '#contracts/event-data.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';

/** The event of an author's account, with what is personal sealed under their key. */
export function authorRegistered(
  personId: string,
  username: string,
  { email, firstSeenAt }: { email?: string | undefined; firstSeenAt: string },
  key: PersonKey,
  provenance: Provenance,
): Extract<PersonEvent, { type: 'UserRegistered' }> {
  const id = randomUUIDv7();
  const data = {
    personId,
    username: seal(key, id, 'name', username),
    ...(email !== undefined && { email: seal(key, id, 'email', email) }),
    roles: ['contributor' as const],
    actor: { kind: 'system' as const, rule: 'import' },
    provenance,
  };
  return { id, type: 'UserRegistered', occurredAt: firstSeenAt, data };
}
