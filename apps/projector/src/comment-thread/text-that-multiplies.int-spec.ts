import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import { toCloudEvent } from '#contracts/cloud-events.js';
import { createTopics } from '#kafka/create-topics.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { readDeadLetters } from '#projection/read-dead-letters.js';
import { replayDeadLetter } from '#projection/replay-dead-letter.js';
import { resetProjection } from '#projection/reset-projection.js';
import { foldedTables } from '#read-models/canonical-dump.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';
import { maxRenderedBytes } from '#rendering/limits.js';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { recorded } from '#testing/recorded.js';
import { difficultRenderer, testRenderer } from '#testing/rendering/renderers.js';
import { pino } from 'pino';
import { readModels } from '../read-models.set.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};

let database: TestDatabase;
let publisher: Publisher;
let topic: string;
let nextId = 1_000_001;
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await createReadModels();
  publisher = await connectPublisher(testBrokers(), 'test');
});
beforeEach(async () => {
  topic = `comments.${randomUUID().slice(0, 8)}`;
  await createTopics(testBrokers(), [topic]);
  await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});
afterAll(async () => {
  await publisher.disconnect();
  await database.drop();
});

function startProjector(renderer: BodyRenderer): void {
  const set = { ...readModels(keyring, renderer), group: `group.${topic}` };
  const log = pino({ level: 'silent' });
  const [metrics, health] = [new Metrics(), new HealthChecks()];
  const { pool } = database;
  const projector = new BatchProjector({ pool, set, log, metrics, health, brokers: testBrokers(), clientId: 'test' });
  const server = projector.createServer();
  server.addHandler(topic, (batch: MessageBatch) => projector.apply(batch), true);
  server.listen(() => undefined);
  const close = async () => {
    await server.close();
    await projector.close();
    renderer.close();
  };
  running.push({ close });
}

/** Posts comments, all in one partition. @returns their numbers. */
async function post(bodies: string[]): Promise<number[]> {
  const events = bodies.map((body) => {
    const commentId = nextId++;
    const about = {
      stream: `comment-${commentId}`,
      topic: 'comments.events.v1',
      key: commentPosted.articleId,
    } as const;
    const { author, ...data } = commentPosted;
    return recorded({
      ...{ ...about, type: 'CommentPosted' },
      under: key,
      data: () => ({
        ...{ ...data, commentId, format: 'markdown', body },
        author: { personId: author.personId, kind: 'guest', name: 'Ada' },
      }),
    });
  });
  await publisher.publish([{ topic, messages: events.map(toCloudEvent) }]);
  return events.map(({ data }) => (data as { commentId: number }).commentId);
}

const shown = async () => {
  const { rows } = await database.pool.query<{ id: number; html: string }>(
    'SELECT comment_id::int AS id, body_html AS html FROM comment_text ORDER BY 1',
  );
  return rows;
};
const areShown = (ids: number[]) =>
  eventually(async () => (await shown()).length === ids.length && shown(), {
    what: `${ids.length} comments to be shown`,
    timeoutMs: 25_000,
  });

describe('text that grows when it is rendered', () => {
  test.each(['&', '"'])('twenty comments of it stop no partition: titles of %s', async (letter) => {
    const renderer = testRenderer();
    startProjector(renderer);
    const body = `[a]: /x '${letter.repeat(4_990)}'\n\n${'[a]'.repeat(1_660)}`;
    const ids = [...(await post(Array.from({ length: 20 }, () => body))), ...(await post(['an *ordinary* one']))];
    const rows = await areShown(ids);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.at(-1)?.html.trim()).toBe('<p>an <em>ordinary</em> one</p>');
    for (const { html } of rows) expect(Buffer.byteLength(html)).toBeLessThanOrEqual(maxRenderedBytes(body));
    expect(peakMbOf(renderer.pid)).toBeLessThan(150);
  });

  test('a comment that ends the rendering process becomes a dead letter; those beside it are shown', async () => {
    const { pool } = database;
    startProjector(difficultRenderer({ cpuMs: 1_000 }));
    const [one, , , , two] = await post(['one', 'hang', 'grow', 'kill', 'two']);
    const [three] = await post(['three']);
    const rows = await areShown([one, two, three] as number[]);
    expect(rows.map(({ id }) => id)).toEqual([one, two, three]);
    const letters = await readDeadLetters(pool, 'read_v1');
    expect(letters.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^NotRendered: .* no answer within 1000 ms of its own time$/),
      expect.stringMatching(/^NotRendered: .* (ended by SIG|no answer)/),
      expect.stringMatching(/^NotRendered: .* ended by SIGKILL$/),
    ]);

    const mended = testRenderer();
    for (const letter of letters) await replayDeadLetter(pool, readModels(keyring, mended), letter);
    expect(await shown()).toHaveLength(6);
    mended.close();
  });
});

/** The peak memory of a process, in megabytes. */
const peakMbOf = (pid = 0) =>
  Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
