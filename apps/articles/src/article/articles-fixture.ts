import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { Callers } from '#commands/callers.js';
import { Commands } from '#commands/commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { Caller } from '#identity/caller.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTables } from '#testing/create-tables.js';
import { createTestStore, type TestStore } from '#testing/event-store.js';
import type { PoolClient } from 'pg';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { ownTables } from '../articles.tables.js';

/** Takes callers at their word: who they are is checked elsewhere. */
const asSaid: Callers = {
  of: async (request, _command, lookUp) => {
    const caller = JSON.parse(String(request.headers['authorization'])) as Caller;
    return [caller, await lookUp(caller)];
  },
};

export interface Person {
  personId: string;
  roles: string[];
  sanctions?: Sanctions;
}

export const person = (...roles: string[]): Person => ({ personId: randomUUIDv7(), roles });

/** For tests: the database of articles, and its commands. */
export class ArticlesFixture {
  readonly commands: Commands;
  readonly keyring = new InMemoryKeyring();
  readonly thesaurus = new KnownThesaurus();
  readonly events: SealingEventStore<PoolClient>;

  private constructor(readonly stored: TestStore) {
    this.events = new SealingEventStore(stored.store, this.keyring);
    this.commands = new Commands(this.events, asSaid, Buffer.alloc(32, 9));
  }

  static async open(): Promise<ArticlesFixture> {
    const stored = await createTestStore();
    await createTables(stored.database.pool, ownTables);
    return new ArticlesFixture(stored);
  }

  close(): Promise<void> {
    return this.stored.database.drop();
  }

  request(
    { personId, roles, sanctions = {} }: Person,
    body: object,
    headers: Record<string, string> = {},
  ): CommandRequest {
    const caller: Caller = { personId, roles, kind: 'account', sessionId: randomUUID(), sanctions };
    return { url: '/commands', body, headers: { authorization: JSON.stringify(caller), ...headers } };
  }
}
