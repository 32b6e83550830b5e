import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { inTransaction } from '#postgres/in-transaction.js';
import type { EventStream } from '#testing/event-stream.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { giveActivity, giveArticle, giveNewComment, letBeForgotten } from '#testing/give-activity.js';
import { GatewayAtHand } from './gateway-at-hand.js';
import { maxMissed } from './live-limits.js';
import { Resuming } from './resuming.js';

const personId = randomUUIDv7();
let database: TestDatabase;
let gateways: GatewayAtHand[];
let lastComment = 0;
beforeAll(async () => {
  database = await createReadModels();
  gateways = await Promise.all([GatewayAtHand.start(database), GatewayAtHand.start(database)]);
});
afterAll(async () => {
  await Promise.all(gateways.map((each) => each.stop()));
  await database.drop();
});

const [first, second] = [() => gateways[0] as GatewayAtHand, () => gateways[1] as GatewayAtHand];
const article = () => giveArticle(database.pool, `slug-${randomUUIDv7()}`);
const next = async (articleId: string, isTold = true) => {
  lastComment += 1;
  await giveNewComment(database.pool, articleId, { commentId: lastComment, personId }, isTold);
  return lastComment;
};
const idsOf = ({ events }: EventStream) => events.flatMap(({ data }) => data['commentId'] ?? []);
const sees = (stream: EventStream, ids: number[]) =>
  stream
    .until(() => idsOf(stream).length >= ids.length, `${ids.join()}`)
    .then(() => expect(idsOf(stream)).toEqual(ids));

describe('the stream of an article', () => {
  test('begins now, with the count, and tells what happens as it happens, from every gateway', async () => {
    const articleId = await article();
    await next(articleId);
    const streams = await Promise.all(gateways.map((each) => each.follow(`/articles/${articleId}`)));
    await Promise.all(streams.map((each) => each.until(({ length }) => length === 1, 'the beginning')));
    const begun = performance.now();
    const id = await next(articleId);
    for (const stream of streams) {
      await sees(stream, [id]);
      expect(stream.answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      expect(stream.retry).toBeGreaterThanOrEqual(1_000);
      expect(stream.events).toEqual([
        { id: expect.stringMatching(/^\d{16}$/), event: 'now', data: { commentsCount: 1 } },
        {
          ...{ id: expect.stringMatching(/^\d{16}$/), event: 'activity' },
          data: { kind: 'comment-shown', commentId: id, commentsCount: 2 },
        },
      ]);
      stream.close();
    }
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  test('tells of one article alone, and finds without a notification what is new', async () => {
    const [one, other] = [await article(), await article()];
    const stream = await first().follow(`/articles/${one}`);
    await next(other);
    const id = await next(one, false);
    await sees(stream, [id]);
    stream.close();
  });

  test('resumes by id at any gateway after any restart: nothing is lost and nothing comes twice', async () => {
    const articleId = await article();
    const seen: unknown[] = [];
    const said: number[] = [];
    let lastId: string | undefined;
    for (let turn = 0; turn < 6; turn += 1) {
      const stream = await (turn % 2 === 0 ? first() : second()).follow(`/articles/${articleId}`, lastId);
      if (turn === 0) await stream.until(({ length }) => length === 1, 'the beginning');
      for (let each = 0; each < 3; each += 1) said.push(await next(articleId));
      await stream.until(() => seen.length + idsOf(stream).length >= said.length, 'what was said');
      lastId = stream.lastId;
      seen.push(...idsOf(stream));
      if (turn === 2)
        gateways[0] = await first()
          .stop()
          .then(() => GatewayAtHand.start(database));
      else stream.close();
      said.push(await next(articleId));
    }
    const last = await second().follow(`/articles/${articleId}?lastEventId=${lastId}`);
    await last.until(() => idsOf(last).length === 1, 'the last');
    expect([...seen, ...idsOf(last)]).toEqual(said);
    last.close();
  });

  test('resumes where nothing has happened since, however long ago that was', async () => {
    const articleId = await article();
    await next(articleId);
    const left = await letBeForgotten(database.pool, articleId);
    const stream = await first().follow(`/articles/${articleId}`, String(left));
    await sees(stream, [await next(articleId)]);
    expect(stream.events).toHaveLength(1);
    stream.close();
  });

  test.each([
    ['is older than what is kept', () => String((Date.now() - 61 * 60_000) * 1_000)],
    ['was never given', () => '9999999999999999'],
    ['is none', () => 'yesterday'],
  ])('says “reload” where an id %s, and goes on from now', async (_, id) => {
    const articleId = await article();
    await next(articleId);
    const stream = await first().follow(`/articles/${articleId}`, id());
    await stream.until(({ length }) => length === 1, 'the beginning');
    expect(stream.events).toMatchObject([{ event: 'reload', data: { commentsCount: 1 } }]);
    await sees(stream, [await next(articleId)]);
    stream.close();
  });

  test('says “reload” to who has missed too much to be told all of it', async () => {
    const articleId = await article();
    await next(articleId);
    const stream = await first().follow(`/articles/${articleId}`);
    await stream.until(({ length }) => length === 1, 'the beginning');
    stream.close();
    await inTransaction(database.pool, async (client) => {
      for (let each = 0; each <= maxMissed; each += 1)
        await giveActivity(client, articleId, 'comment-shown', 1_000_000 + each);
    });
    const late = await first().follow(`/articles/${articleId}`, stream.lastId);
    await late.until(({ length }) => length === 1, 'the beginning');
    expect(late.events).toMatchObject([{ event: 'reload' }]);
    late.close();
  });

  test('tells those who stay at once, however often somebody resumes who missed much', async () => {
    const articleId = await article();
    await next(articleId);
    const stream = await first().follow(`/articles/${articleId}`);
    await stream.until(({ length }) => length === 1, 'the beginning');
    const old = stream.lastId;
    const missed = Array.from({ length: 150 }, (_, at) => 3_000_000 + at);
    await inTransaction(database.pool, async (client) => {
      for (const commentId of missed) await giveActivity(client, articleId, 'comment-shown', commentId);
    });
    await sees(stream, missed);
    const again = new Resuming(() => first().follow(`/articles/${articleId}`, old));
    await again.isUnderWay();
    for (let turn = 0; turn < 3; turn += 1) {
      const begun = performance.now();
      missed.push(await next(articleId));
      await sees(stream, missed);
      expect(performance.now() - begun).toBeLessThan(1_500);
    }
    await sees(await again.stop(), missed);
    stream.close();
  });

  test('loses nothing and tells nothing twice while it happens as many resume', async () => {
    const articleId = await article();
    await next(articleId);
    const stream = await first().follow(`/articles/${articleId}`);
    await stream.until(({ length }) => length === 1, 'the beginning');
    const [said, old]: [number[], string] = [[], stream.lastId];
    const resumed: EventStream[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const [id, one] = await Promise.all([
        next(articleId),
        (turn % 2 === 0 ? first() : second()).follow(`/articles/${articleId}`, old),
      ]);
      said.push(id);
      resumed.push(one);
    }
    await sees(stream, said);
    for (const each of resumed) {
      await sees(each, said);
      each.close();
    }
    stream.close();
  });

  test('brings many at once in order, and ends when the article is withdrawn', async () => {
    const articleId = await article();
    const stream = await first().follow(`/articles/${articleId}`);
    await stream.until(({ length }) => length === 1, 'the beginning');
    const many = Array.from({ length: 250 }, (_, at) => 2_000_000 + at);
    await inTransaction(database.pool, async (client) => {
      for (const commentId of many) await giveActivity(client, articleId, 'comment-shown', commentId);
    });
    await sees(stream, many);
    await inTransaction(database.pool, (client) => giveActivity(client, articleId, 'article-withdrawn'));
    await stream.until(() => stream.isEnded, 'the end');
    expect(stream.events.at(-1)?.data).toEqual({ kind: 'article-withdrawn', commentsCount: 0 });
  });
});
