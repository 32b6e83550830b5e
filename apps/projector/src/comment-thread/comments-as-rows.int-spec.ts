import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyBatch } from '#projection/apply-batch.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { loadCommentStates } from '#read-models/comment-thread/load-comment-states.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import type { PoolClient } from 'pg';
import { readModels } from '../read-models.set.js';
import { CommentHistory, type Step } from './comment-history.js';
import { NaiveComments } from './naive-comments.js';

const key = Buffer.alloc(32, 7);
/** A keyring with cached keys: it gives the keys of erased people too, however late. */
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createReadModels();
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  renderer.close();
  await database.drop();
});

type Lane = keyof CommentHistory['lanes'];
const lanes: Lane[] = ['users/0', 'users/1', 'comments/0', 'comments/1'];
/** Each history has its own people, articles and comments, and continues in the same partitions. */
const offsets = { 'users/0': 0, 'users/1': 0, 'comments/0': 0, 'comments/1': 0 };
let nextId = 1_000_001;

async function give(lane: Lane, events: CommentHistory['lanes'][Lane]): Promise<void> {
  const [topic, partition] = lane.split('/');
  const messages = asMessages(events, offsets[lane]);
  offsets[lane] += events.length;
  const outcome = await applyBatch(database.pool, set, {
    ...{ topic: `${topic}.events.v1`, partition: Number(partition), messages },
  });
  expect(outcome).toMatchObject({ applied: events.length, deadLetters: 0 });
}

async function readTexts(ids: number[]): Promise<CommentTextRow[]> {
  const { rows } = await client.query<CommentTextRow>(
    `SELECT comment_id::float8 AS "commentId", version, name, website, body, body_html AS "bodyHtml", format,
            to_char(edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "editedAt",
            deleted_by AS "deletedBy"
     FROM comment_text WHERE comment_id = ANY($1) ORDER BY comment_id, version`,
    [ids],
  );
  return rows;
}

/** For each moment, all intervals that contain it. */
async function readSeen(ids: number[], moments: string[]) {
  const { rows } = await client.query<{ moment: number; commentId: number; version: number; why: string | null }>(
    `SELECT number::int - 1 AS moment, comment_id::float8 AS "commentId", version, why
     FROM unnest($2::timestamptz[]) WITH ORDINALITY AS asked (moment, number)
     JOIN comment_shown ON "from" <= moment AND (until > moment OR until IS NULL)
     WHERE comment_id = ANY($1) ORDER BY comment_id`,
    [ids, moments],
  );
  return moments.map((_, at) => rows.filter(({ moment }) => moment === at).map(({ moment: _, ...seen }) => seen));
}

async function compare(naive: NaiveComments, { ids, articles, account }: CommentHistory): Promise<void> {
  const states = [...(await loadCommentStates(client, ids.map(String))).values()];
  const stored = states.map(({ since: _, ...state }) => state);
  expect(stored.sort((one, other) => one.commentId - other.commentId)).toEqual(naive.states());
  expect(await readTexts(ids)).toEqual(naive.texts());
  const moments = naive.moments();
  expect(await readSeen(ids, moments)).toEqual(moments.map((moment) => naive.seenAt(moment)));
  const counts = await loadCommentCounts(client, articles);
  expect(articles.map((id) => counts.get(id)?.count ?? 0)).toEqual(naive.counts(articles));
  const own = { personId: account, behind: '0', most: 100, maxBytes: 100_000 };
  expect((await readCommentsOfPerson(database.pool, own)).map(({ id }) => Number(id))).toEqual(naive.ownedBy(account));
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'post',
    'hold',
    'hold',
    'import',
    'approve',
    'approve',
    'edit',
    'edit',
    'hold-again',
    'delete',
    'erase',
    'link',
  ),
  ...{ who: fc.nat(2), which: fc.nat(9), laterMs: fc.nat(2), slowMs: fc.nat(3) },
});
const steps = fc.array(step, { minLength: 6, maxLength: 18, size: 'max' });
/** The partition that is read next, and how many of its events are in the batch. */
const turns = fc.array(fc.record({ lane: fc.constantFrom(...lanes), size: fc.integer({ min: 1, max: 3 }) }), {
  ...{ minLength: 4, maxLength: 12, size: 'max' },
});

describe('what readers see of comments, now and at an earlier time', () => {
  test('equals a naive fold after every batch, in whatever order the partitions are read', async () => {
    await fc.assert(
      fc.asyncProperty(steps, turns, async (happened, order) => {
        const history = new CommentHistory(happened, key, nextId);
        nextId += history.said.size;
        const given = { 'users/0': 0, 'users/1': 0, 'comments/0': 0, 'comments/1': 0 };
        for (const { lane, size } of [...order, ...lanes.map((lane) => ({ lane, size: Infinity }))]) {
          const events = history.lanes[lane].slice(given[lane], given[lane] + size);
          if (events.length === 0) continue;
          await give(lane, events);
          given[lane] += events.length;
          const seen = lanes.flatMap((each) => history.lanes[each].slice(0, given[each]));
          await compare(new NaiveComments(seen, history.said), history);
        }
      }),
      { numRuns: 40 },
    );
  });
});
