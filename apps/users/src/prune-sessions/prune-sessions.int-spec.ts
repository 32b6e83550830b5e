import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { createTestStore, type TestStore } from '#testing/event-store.js';
import { refreshSession } from '../refresh-session/refresh-session.js';
import { newRefreshToken, refreshTokenHash } from '../session/refresh-token.js';
import { startSession } from '../session/start-session.js';
import { storeRefreshToken } from '../session/store-refresh-token.js';
import { AuthoritativePeople } from '../session/authoritative-people.js';
import { pruneSessions } from './prune-sessions.js';

const key = Buffer.alloc(32, 9);
const daysMs = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * daysMs);
const running = new AbortController().signal;

let kept: TestStore;
beforeAll(async () => {
  kept = await createTestStore();
  await createTables(kept.database.pool, ownTables);
});
beforeEach(() => kept.database.pool.query('TRUNCATE sessions CASCADE'));
afterAll(() => kept.database.drop());

const prune = () => pruneSessions(kept.database.pool, running);

async function session({ expires, ended }: { expires: number; ended?: number }): Promise<string> {
  const [id, personId] = [randomUUIDv7(), randomUUIDv7()];
  const { pool } = kept.database;
  await startSession(pool, { id, personId, startedAt: inDays(-400), expiresAt: inDays(expires) });
  if (ended !== undefined) await pool.query('UPDATE sessions SET ended_at = $2 WHERE id = $1', [id, inDays(ended)]);
  return id;
}

const left = async () => {
  const { rows } = await kept.database.pool.query<{ id: string }>('SELECT id FROM sessions');
  return rows.map(({ id }) => id);
};
const tokensLeft = async () => {
  const { rows } = await kept.database.pool.query<{ count: number }>('SELECT count(*)::int FROM refresh_tokens');
  return rows[0]?.count;
};

describe('lapsed sessions', () => {
  test('are kept for 30 days after they expire, ended or not', async () => {
    const staying = [
      await session({ expires: 5 }),
      await session({ expires: -29 }),
      await session({ expires: -29, ended: -35 }),
    ];
    await session({ expires: -31 });
    await session({ expires: -31, ended: -36 });
    await prune();
    expect((await left()).sort()).toEqual(staying.sort());
  });

  test("a guest's credential that was ended long ago stays ended until it expires, and is invalid after", async () => {
    const sessionId = await session({ expires: 1, ended: -364 });
    await prune();
    const { rows } = await kept.database.pool.query<{ person_id: string }>('SELECT person_id FROM sessions');
    const guest = { personId: rows[0]?.person_id ?? '', sessionId, kind: 'guest' as const, roles: [] };
    expect(await new AuthoritativePeople(kept.database.pool).find(guest)).toEqual({ over: 'revoked' });
  });

  test('a used refresh token is known as long as its session lasts; after that it is invalid', async () => {
    const id = await session({ expires: 5 });
    const [first, second] = [newRefreshToken(), newRefreshToken()];
    for (const token of [first, second]) {
      await storeRefreshToken(kept.database.pool, refreshTokenHash(key, token), id);
    }
    await kept.database.pool.query(`UPDATE refresh_tokens SET used_at = $1`, [inDays(-300)]);
    await prune();
    expect(await tokensLeft()).toBe(2);

    await kept.database.pool.query('UPDATE sessions SET expires_at = $1', [inDays(-31)]);
    await prune();
    expect([await left(), await tokensLeft()]).toEqual([[], 0]);
    const times = { sessionSeconds: 1_000, accessSeconds: 60, graceSeconds: 30 };
    const store = new SealingEventStore(kept.store, new InMemoryKeyring());
    expect(await refreshSession({ store, key, times }, first, new Date())).toBeUndefined();
  });

  test('are deleted in small portions, however many there are, by several copies at once', async () => {
    const staying = await session({ expires: 5 });
    await kept.database.pool.query(
      `WITH gone AS (
         INSERT INTO sessions (id, person_id, started_at, expires_at)
         SELECT gen_random_uuid(), gen_random_uuid(), now() - interval '90 days', now() - interval '40 days'
         FROM generate_series(1, 730) RETURNING id
       )
       INSERT INTO refresh_tokens (hash, session_id) SELECT id || ' ' || n, id FROM gone, generate_series(1, 20) AS n`,
    );
    await Promise.all([prune(), prune(), prune()]);
    // A copy that saw another at work left the rest to it.
    expect([await left(), await tokensLeft()]).toEqual([[staying], 0]);
  });
});
