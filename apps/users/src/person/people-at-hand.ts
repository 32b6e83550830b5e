import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { userRegistered } from '#contracts/people/person.examples.js';
import type { Role } from '#contracts/people/role.events.js';
import { topics } from '#contracts/topics.js';
import { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { seal } from '#keyring/seal.js';
import type { CommandRequest } from '#commands/command-request.js';
import type { TokenVerifier } from '#identity/tokens.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import pg from 'pg';
import { erasuresTable } from '../erasure/erasures.sql.js';
import { PersonCommands } from './person-commands.js';
import { usersTables } from './users.sql.js';

export const pseudonymKey = Buffer.alloc(32, 9);

/** For tests: a users database with two replicas beside each other, and accounts in it. A request's token is an id. */
export class PeopleAtHand {
  readonly keyring = new InMemoryKeyring();
  readonly replicas: { store: PostgresEventStore; pool: pg.Pool; commands: PersonCommands }[];

  private constructor(
    readonly stored: TestStore,
    roles: Role[],
  ) {
    const other = new pg.Pool({ connectionString: stored.database.url, max: 20, pipeline: true });
    // Its end does not wait until its connections are closed, and the database goes then.
    other.on('error', () => undefined);
    this.replicas = [stored.database.pool, other].map((pool) => {
      const store = new PostgresEventStore(pool);
      return { store, pool, commands: new PersonCommands(store, verifierOf(roles), pseudonymKey) };
    });
  }

  /** @param roles of whoever gives a command. */
  static async open({ roles = ['reader'] }: { roles?: Role[] } = {}): Promise<PeopleAtHand> {
    const stored = await createTestStore();
    await stored.database.pool.query(`${usersTables}${erasuresTable}`);
    return new PeopleAtHand(stored, roles);
  }

  async close(): Promise<void> {
    await this.replicas[1]?.pool.end();
    await this.stored.database.drop();
  }

  /** @param turn counted round. */
  replica(turn: number) {
    return this.replicas[turn % this.replicas.length] as (typeof this.replicas)[number];
  }

  async register(name = 'Ida'): Promise<string> {
    const personId = randomUUIDv7();
    await this.keyring.createKeys([personId]);
    const key = (await this.keyring.keysOf([personId])).get(personId) ?? Buffer.alloc(0);
    const id = randomUUIDv7();
    const username = seal(key, id, 'name', name);
    const data = { personId, username, roles: ['reader'], actor: userRegistered.actor };
    await this.append(personId, 0, [{ ...{ id, type: 'UserRegistered', occurredAt: now() }, data }]);
    return personId;
  }

  /** Events as an older version of the service wrote them: without rows beside them. */
  async append(
    personId: string,
    expectedVersion: number,
    events: { id: string; type: string; occurredAt: string; data: object }[],
  ) {
    const to = { stream: `person-${personId}`, topic: topics.users.name, key: personId };
    await this.stored.store.transact(({ append }) => append([{ ...to, expectedVersion, events }], metadata()));
  }
}

export const now = () => new Date().toISOString();

export const requestOf = (personId: string): CommandRequest => ({
  ...{ url: '/commands/any', headers: { authorization: personId, 'idempotency-key': randomUUID() } },
});

const verifierOf = (roles: Role[]) =>
  ({
    verify: (personId: string) =>
      Promise.resolve({ personId, kind: 'account', roles, sessionId: randomUUID(), sanctions: {} }),
  }) as unknown as TokenVerifier;
