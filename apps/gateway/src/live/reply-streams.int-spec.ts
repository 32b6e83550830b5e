import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveMuted } from '#read-models/muted/save-muted.js';
import { inTransaction } from '#postgres/in-transaction.js';
import type { EventStream } from '#testing/event-stream.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { giveArticle, giveNewComment } from '#testing/give-activity.js';
import { GatewayAtHand } from './gateway-at-hand.js';
import { eventsAtOnce, maxMissed } from './live-limits.js';
import { Resuming } from './resuming.js';

let database: TestDatabase;
let gateway: GatewayAtHand;
let articleId: string;
const slug = 'of-replies';
let lastComment = 0;
beforeAll(async () => {
  database = await createReadModels();
  gateway = await GatewayAtHand.start(database);
  articleId = await giveArticle(database.pool, slug);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const comment = async (personId: string, parentId?: number, under = articleId) => {
  lastComment += 1;
  const answered = parentId !== undefined && { parentId };
  await giveNewComment(database.pool, under, { commentId: lastComment, personId, ...answered });
  return lastComment;
};
const begin = async (personId: string, lastId?: string) => {
  const stream = await gateway.follow(`/people/${personId}`, lastId);
  if (lastId === undefined) await stream.until(({ length }) => length === 1, 'the beginning');
  return stream;
};
const repliesOf = ({ events }: EventStream) => events.filter(({ event }) => event === 'reply').map(({ data }) => data);
const sees = async (stream: EventStream, ids: number[]) => {
  await stream.until(() => repliesOf(stream).length >= ids.length, `replies ${ids.join()}`);
  expect(repliesOf(stream).map(({ commentId }) => commentId)).toEqual(ids);
};
const person = (personId: string, linkedTo: string | null) => ({
  ...{ personId, kind: 'guest' as const, name: 'Ada', nick: null, foldedName: null, email: null, website: null },
  ...{ bio: null, image: null, roles: [], sanctions: {}, hasSecondFactor: false, linkedTo, erasureDueAt: null },
});

describe('the stream of replies', () => {
  test('tells whose comment was answered, by others, and nobody else', async () => {
    const [ada, grace, ida] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    const mine = await comment(ada);
    const [stream, hers] = [await begin(ada), await begin(grace)];
    await comment(ida);
    await comment(ada, mine);
    const reply = await comment(grace, mine);
    const back = await comment(ida, reply);
    await sees(stream, [reply]);
    await sees(hers, [back]);
    expect(repliesOf(stream)).toEqual([{ commentId: reply, parentId: mine, slug }]);
    for (const each of [stream, hers]) each.close();
  });

  test('is an account’s also where one of its guests was answered, and silent of whom it mutes', async () => {
    const [account, guest, loud, plain] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    await inTransaction(database.pool, async (client) => {
      await saveCommenters(client, [person(guest, account), person(loud, null)]);
      await saveMuted(client, [{ personId: account, people: [loud], sources: [], tags: [] }]);
    });
    const mine = await comment(guest);
    const stream = await begin(account);
    await comment(loud, mine);
    await comment(account, mine);
    const reply = await comment(plain, mine);
    await sees(stream, [reply]);
    stream.close();
  });

  test('loses nothing that becomes visible late, here or after resuming, and tells it once to who stays', async () => {
    const [ada, grace] = [randomUUIDv7(), randomUUIDv7()];
    const other = await giveArticle(database.pool, 'another');
    const [mine, mineThere] = [await comment(ada), await comment(ada, undefined, other)];
    const stream = await begin(ada);
    const early = await comment(grace, mine);
    await sees(stream, [early]);
    const late = await comment(grace, mineThere, other);
    // As from a transaction that took its sequence before the other one, and committed later.
    const earlier = Number(stream.lastId) - 1_000;
    await database.pool.query('UPDATE article_activity SET sequence = $1 WHERE comment_id = $2', [earlier, late]);
    const more = await comment(grace, mine);
    await stream.until(() => repliesOf(stream).length >= 3, 'three');
    expect(new Set(repliesOf(stream).map(({ commentId }) => commentId))).toEqual(new Set([early, late, more]));
    stream.close();
    const missed = await comment(grace, mine);
    const again = await begin(ada, stream.lastId);
    await again.until(() => repliesOf(again).some(({ commentId }) => commentId === missed), 'what was missed');
    expect(again.events.every(({ event }) => event === 'reply')).toBe(true);
    again.close();
  });

  test('tells those who stay at once, however often somebody resumes who missed much', async () => {
    const [ada, busy, grace] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    const [mine, theirs] = [await comment(ada), await comment(busy)];
    const old = String((Date.now() - 600_000) * 1_000);
    const missed: number[] = [];
    while (missed.length < 120) missed.push(await comment(grace, theirs));
    await database.pool.query(
      'UPDATE article_activity SET sequence = sequence - 300000000 WHERE comment_id = ANY($1::bigint[])',
      [missed],
    );
    const stream = await begin(ada);
    const again = new Resuming(() => begin(busy, old));
    await again.isUnderWay();
    const replies: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const begun = performance.now();
      replies.push(await comment(grace, mine));
      await sees(stream, replies);
      expect(performance.now() - begun).toBeLessThan(1_500);
    }
    const last = await again.stop();
    missed.push(await comment(grace, theirs));
    await sees(last, missed);
    for (const each of [stream, last]) each.close();
  });

  test('tells what becomes visible late also before more of the same moment than is read at once', async () => {
    const [ada, grace] = [randomUUIDv7(), randomUUIDv7()];
    const other = await giveArticle(database.pool, 'of-late');
    const mine = await comment(ada);
    const stream = await begin(ada);
    // Nobody is told of it as long as its article has no page.
    const late = await comment(grace, mine, randomUUIDv7());
    const replies: number[] = [];
    while (replies.length < eventsAtOnce + 50) replies.push(await comment(grace, mine));
    await sees(stream, replies);
    const earlier = Number(stream.events[50]?.id) + 1;
    await database.pool.query('UPDATE article_activity SET sequence = $1, article_id = $2 WHERE comment_id = $3', [
      ...[earlier, other, late],
    ]);
    await sees(stream, [...replies, late]);
    stream.close();
  });

  test('says “reload” to who has missed too much to be told all of it', async () => {
    const [ada, grace] = [randomUUIDv7(), randomUUIDv7()];
    const mine = await comment(ada);
    const first = await begin(ada);
    first.close();
    for (let each = 0; each <= maxMissed; each += 1) await comment(grace, mine);
    const stream = await begin(ada, first.lastId);
    await stream.until(({ length }) => length === 1, 'the beginning');
    expect(stream.events).toMatchObject([{ event: 'reload', data: {} }]);
    await sees(stream, [await comment(grace, mine)]);
    stream.close();
  });

  test('says “reload” to who was away for too long', async () => {
    const stream = await gateway.follow(`/people/${randomUUIDv7()}`, String((Date.now() - 3_600_000) * 1_000));
    await stream.until(({ length }) => length === 1, 'the beginning');
    expect(stream.events).toMatchObject([{ event: 'reload', data: {} }]);
    stream.close();
  });
});
