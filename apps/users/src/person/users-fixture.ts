import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { userRegistered } from '#contracts/people/person.examples.js';
import type { Role } from '#contracts/people/role.events.js';
import { topics } from '#contracts/topics.js';
import { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { problemOf } from '#http/problem-of.js';
import type { TokenVerifier } from '#identity/tokens.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import pg from 'pg';
import { GuestLinks } from '../link-guest/guest-links.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { AuthoritativeCallers } from './authoritative-callers.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';

export const pseudonymKey = Buffer.alloc(32, 9);

/** For tests: a users database with two replicas, and people in it. A person's token is their id. */
export class UsersFixture {
  readonly keyring = new InMemoryKeyring();
  readonly replicas: {
    events: SealingEventStore<pg.PoolClient>;
    pool: pg.Pool;
    commands: Commands;
    links: GuestLinks;
    secondFactors: SecondFactors;
  }[];

  private constructor(
    readonly stored: TestStore,
    roles: Role[],
  ) {
    const other = new pg.Pool({ connectionString: stored.database.url, max: 20, pipeline: true });
    // Stopping the pools does not wait until connections are closed, and the database is dropped next.
    other.on('error', () => undefined);
    this.replicas = [stored.database.pool, other].map((pool) => {
      const events = new SealingEventStore(new PostgresEventStore(pool), this.keyring);
      const verifier = verifierOf(roles);
      const commands = new Commands(events, new AuthoritativeCallers(verifier), pseudonymKey);
      const links = new GuestLinks(commands, pool, verifier, pseudonymKey);
      const secondFactors = new SecondFactors(pool, events, this.keyring, pseudonymKey);
      return { events, pool, commands, links, secondFactors };
    });
  }

  /** @param roles of the caller. */
  static async open({ roles = ['reader'] }: { roles?: Role[] } = {}): Promise<UsersFixture> {
    const stored = await createTestStore();
    await createTables(stored.database.pool, ownTables);
    return new UsersFixture(stored, roles);
  }

  async close(): Promise<void> {
    await this.replicas[1]?.pool.end();
    await this.stored.database.drop();
  }

  /** @param turn picks the replica, round robin. */
  replica(turn: number) {
    return this.replicas[turn % this.replicas.length] as (typeof this.replicas)[number];
  }

  register(name = 'Ida'): Promise<string> {
    return this.begin('UserRegistered', { username: name, roles: ['reader'] });
  }

  staff(name: string, role: Role): Promise<string> {
    return this.begin('UserRegistered', { username: name, roles: ['reader', role] });
  }

  introduce(name = 'Ida'): Promise<string> {
    return this.begin('GuestIntroduced', { name });
  }

  private async begin(type: string, told: object): Promise<string> {
    const personId = randomUUIDv7();
    await this.keyring.createKeys([personId]);
    const data = { personId, ...told, actor: userRegistered.actor };
    await this.append(personId, 0, [{ id: randomUUIDv7(), type, occurredAt: now(), data }]);
    return personId;
  }

  /** Events, in clear, as an older version of the service wrote them: without rows. */
  async append(
    personId: string,
    expectedVersion: number,
    events: { id: string; type: string; occurredAt: string; data: object }[],
  ) {
    const to = { stream: `person-${personId}`, topic: topics.users.name, key: personId };
    const appending = [{ ...to, expectedVersion, events }];
    await this.replica(0).events.transact(({ append }) => append(appending, metadata()), { sealedFor: [personId] });
  }
}

export const now = () => new Date().toISOString();

/** @param personId the caller, ` in ` a session where it matters which; undefined for a stranger. */
export const requestOf = (personId: string | undefined, body: object = {}): CommandRequest => ({
  ...{ url: '/commands/any', body },
  headers: { authorization: personId, 'idempotency-key': randomUUID() },
});

/** The status of a command's answer. @throws unexpected errors. */
export const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (error: unknown) => {
      const { status } = problemOf(error);
      if (status === 500) throw error;
      return status;
    },
  );

const verifierOf = (roles: Role[]) =>
  ({
    verify: (header: string) => {
      const [personId, sessionId = randomUUID()] = header.split(' in ');
      return Promise.resolve({ personId, kind: 'account', roles, sessionId, sanctions: {} });
    },
    identify: (header: string) => {
      const personId = header.replace('Token ', '');
      return Promise.resolve({ personId, kind: 'guest', roles: [], sessionId: personId });
    },
  }) as unknown as TokenVerifier;
