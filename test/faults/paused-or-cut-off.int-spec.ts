import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { connectRedis } from '#redis/connect-redis.js';
import { RedisLink } from '#redis/redis-link.js';
import { RedisSubscription } from '#redis/redis-subscription.js';
import { tunedPool } from '#postgres/tuned-pool.js';
import { Cable } from '#testing/containers/cable.js';
import { describeWithContainers } from '#testing/containers/describe-with-containers.js';
import type { InContainer } from '#testing/containers/in-container.js';
import { pause, unpause } from '#testing/containers/pause.js';
import { removeContainer } from '#testing/containers/remove-container.js';
import { startPostgres } from '#testing/containers/start-postgres.js';
import { startRedis } from '#testing/containers/start-redis.js';
import {
  append,
  createTestStore,
  distinct,
  metadata,
  relayedVersions,
  upTo,
  type TestStore,
} from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import { Limiter } from '../../apps/gateway/src/limits/limiter.js';
import { startWriting } from './writing-clients.js';

/** The same URL with another host and port. */
function at(address: string, host: string, port: number): string {
  const url = new URL(address);
  url.hostname = host;
  url.port = String(port);
  return url.href;
}

describeWithContainers('Postgres', () => {
  let server: InContainer;
  let held: TestStore;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  beforeEach(async () => {
    held = await createTestStore(server.address);
  });
  afterEach(() => held.database.drop());
  afterAll(() => removeContainer(server.container));

  test('that is paused during commands counts as away, within the limits; repeated with its key, each command is done once', async () => {
    const [answerMs, connectMs] = [1_000, 500];
    const limits = { max: 5, pipeline: true, connectionTimeoutMillis: connectMs };
    const pool = tunedPool({ connectionString: held.database.url, ...limits, answerMs });
    // So that some commits are pending whenever it is paused.
    await held.database.pool.query(`
      CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END $$;
      CREATE CONSTRAINT TRIGGER lingers AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION linger()`);
    const { done, refusals, stop } = startWriting(new PostgresEventStore(pool), 8);
    await eventually(() => done.length > 50, { what: 'commands to be done' });
    await pause(server);
    try {
      const refused = () => new Set(refusals.map(({ client }) => client)).size;
      await eventually(() => refused() === 8, { what: 'every client to be refused' });
    } finally {
      await unpause(server);
      const before = done.length;
      const goesOn = eventually(() => done.length > before + 50, { what: 'commands to be done again' });
      await goesOn.finally(stop);
    }
    expect(Math.max(...refusals.map(({ ms }) => ms))).toBeLessThan(2 * (answerMs + connectMs));
    const { rows } = await held.database.pool.query<{ stream: string; version: number }>(
      `SELECT stream, version::int FROM events`,
    );
    expect(rows.map(({ stream, version }) => `${stream} ${version}`).sort()).toEqual(
      done.map((stream) => `${stream} 1`).sort(),
    );
    expect(await held.outboxDepth()).toBe(done.length);
    await pool.end();
  }, 30_000);

  test('Promise 5: a leader whose connection is cut silently is replaced, and stands by when it is restored', async () => {
    const cable = await Cable.to(server);
    const leader = held.relay({ databaseUrl: at(held.database.url, cable.host, 5432) });
    const other = held.relay();
    const stream = `comment-${randomUUID()}`;
    let version = 0;
    const drained = () => eventually(async () => (await held.outboxDepth()) === 0, { what: 'the outbox to be empty' });
    const post = () => held.store.transact((tx) => tx.append([append(stream, version++)], metadata()));
    leader.start();
    try {
      await eventually(() => leader.isLeading, { what: 'the first to lead' });
      other.start();
      for (let count = 0; count < 5; count += 1) await post();
      await drained();
      await cable.cut();
      for (let count = 0; count < 5; count += 1) await post();
      await eventually(() => other.isLeading, { what: 'another to lead', timeoutMs: 10_000 });
      await drained();
      await cable.mend();
      await eventually(() => !leader.isLeading, { what: 'the first to have noticed', timeoutMs: 15_000 });
      await post();
      await drained();
      expect([leader.isLeading, other.isLeading]).toEqual([false, true]);
      const versions = (await relayedVersions([stream])).get(stream) ?? [];
      expect(distinct(versions)).toEqual(upTo(11));
    } finally {
      await Promise.all([leader.stop(), other.stop()]);
      await cable.remove();
    }
  }, 40_000);
});

describeWithContainers('Redis', () => {
  const channel = 'told';
  let server: InContainer;
  let cable: Cable;
  beforeEach(async () => {
    server = await startRedis();
    cable = await Cable.to(server);
  }, 60_000);
  afterEach(async () => {
    await cable.remove();
    await removeContainer(server.container);
  });

  test('whose connection is cut silently delays no request, is noticed, and is used again when it is restored', async () => {
    const url = at(server.address, cable.host, 6379);
    const received: string[] = [];
    const log = { warn: () => undefined, info: () => undefined };
    const link = new RedisLink(url, 'limits', log);
    const limiter = new Limiter(link, 60_000);
    const subscription = new RedisSubscription({
      url,
      name: 'listener',
      channel,
      receive: (told) => received.push(told),
    });
    const teller = connectRedis(server.address, 'teller');
    const take = () => limiter.take([{ key: 'limit:cut', limit: 3 }], { whileAway: 'count here' });
    try {
      await eventually(() => link.isUp && subscription.isHearing && teller.isReady, { what: 'all lines' });
      expect((await take()).standings).toMatchObject([{ remaining: 2 }]);
      await cable.cut();
      const asked = performance.now();
      const counted = [await take(), await take(), await take(), await take()];
      expect(performance.now() - asked).toBeLessThan(1_000);
      expect(counted.map(({ granted }) => granted)).toEqual([true, true, true, false]);
      await eventually(() => !subscription.isHearing, { what: 'the listener to notice', timeoutMs: 6_000 });
      await cable.mend();
      await eventually(() => subscription.isHearing && link.isUp, { what: 'the lines to be back', timeoutMs: 10_000 });
      await teller.publish(channel, 'after the cut');
      await eventually(() => received.length > 0, { what: 'what was told' });
      // A request that waited on the connection that was cut may be counted late.
      expect([0, 1]).toContain((await take()).standings[0]?.remaining);
    } finally {
      link.close();
      subscription.close();
      teller.destroy();
    }
  }, 40_000);
});
