import { createHash, randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ArchivedComment, type ImportComments } from '#contracts/comments/comment.commands.js';
import type { EventOf } from '#contracts/events.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { openEvent } from '#keyring/event-codec.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTables } from '#testing/create-tables.js';
import { listeningTables, ownTables } from '../comments.tables.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { importComments } from './import-comments.js';
import { keyOldFingerprints } from './key-old-fingerprints.js';

type Imported = ImportComments['comments'][number];

const key = Buffer.alloc(32, 9);
const keyring = new InMemoryKeyring();
const personId = randomUUIDv7();
const running = new AbortController().signal;

let kept: TestStore;
beforeAll(async () => {
  kept = await createTestStore();
  await createTables(kept.database.pool, ownTables, listeningTables);
  await keyring.createKeys([personId]);
});
beforeEach(() => kept.database.pool.query('TRUNCATE imported_comments'));
afterAll(() => kept.database.drop());

const archived = (externalId: string, articleId: string): Imported =>
  ArchivedComment.parse({
    ...{ articleId, personId, name: 'Ada', body: `I am ${externalId}`, format: 'text' },
    postedAt: '2019-04-02T08:00:00Z',
    provenance: { source: 'blog', externalId },
  });

/** Anybody who guesses a comment can compute this. */
const guessOf = ({ provenance, articleId, postedAt, body }: Imported) =>
  createHash('sha256')
    .update(JSON.stringify([provenance.source, articleId, provenance.externalId, postedAt, body]))
    .digest('base64url');

/** Stores what an import did before fingerprints had a key. @returns the numbers. */
async function importedOnce(comments: Imported[]): Promise<number[]> {
  const { rows } = await kept.database.pool.query<{ comment_id: string }>(
    `INSERT INTO imported_comments (fingerprint, source, article_id, external_id, comment_id)
     SELECT fingerprint, 'blog', article_id, external_id, nextval('comment_numbers')
     FROM unnest($1::text[], $2::uuid[], $3::text[]) AS given (fingerprint, article_id, external_id)
     RETURNING comment_id`,
    [
      comments.map(guessOf),
      comments.map(({ articleId }) => articleId),
      comments.map(({ provenance }) => provenance.externalId),
    ],
  );
  return rows.map(({ comment_id }) => Number(comment_id));
}

/** Replicates articles and people as the service does. */
const replicate = (...articleIds: string[]) =>
  kept.database.pool.query(
    'INSERT INTO listening.known_article SELECT unnest($1::uuid[]), false ON CONFLICT DO NOTHING',
    [articleIds],
  );
const replicateErased = (id: string) =>
  kept.database.pool.query(
    `INSERT INTO listening.known_person (person_id, kind, event_id, name, roles, sanctions)
     VALUES ($1, 'erased', $1, '', '[]', '{}')`,
    [id],
  );
const run = (comments: Imported[]) =>
  importComments(new SealingEventStore(kept.store, keyring), key, comments, metadata());
const keyOld = () => keyOldFingerprints(kept.database.pool, key, running);
const fingerprints = async () => {
  const { rows } = await kept.database.pool.query<{ fingerprint: string }>('SELECT fingerprint FROM imported_comments');
  return rows.map(({ fingerprint }) => fingerprint);
};
const many = async (count: number) => {
  const articleId = randomUUIDv7();
  await replicate(articleId);
  return Array.from({ length: count }, (_, index) => archived(`c-${index}`, articleId));
};

test('a comment of an archive is by a guest, or by an account if the archive says so', async () => {
  const [one, two] = (await many(2)) as [Imported, Imported];
  const results = await run([one, { ...two, account: true }]);
  const { rows } = await kept.database.pool.query<{ kind: string }>(
    `SELECT data->'author'->>'kind' AS kind FROM events WHERE stream = ANY($1) ORDER BY stream`,
    [results.map(({ commentId }) => `comment-${commentId}`)],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['guest', 'account']);
});

describe('the record of an import', () => {
  test('does not show whether a guessed text was imported', async () => {
    const comments = await many(3);
    await run(comments);
    const stored = await fingerprints();
    expect(stored).toHaveLength(3);
    for (const comment of comments) expect(stored.join()).not.toContain(guessOf(comment));
  });

  test('a rerun adds nothing, whether the first import had the key or not', async () => {
    const comments = await many(20);
    const numbers = await importedOnce(comments.slice(0, 10));
    const first = await run(comments);
    expect(first.map(({ added }) => added)).toEqual(comments.map((_, index) => index >= 10));
    expect(first.slice(0, 10).map(({ commentId }) => commentId)).toEqual(numbers);
    await keyOld();
    const again = await run(comments);
    expect(again).toEqual(first.map((result) => ({ ...result, added: false })));
  });

  test('is keyed if it was not, by several copies at once; and a reply still finds its parent', async () => {
    const comments = await many(2_500);
    const numbers = await importedOnce(comments);
    const stragglers = comments.slice(0, 5);
    await Promise.all([keyOld(), keyOld(), keyOld()]);
    // Imported again meanwhile by a copy with an older version.
    await importedOnce(stragglers);
    await keyOld();
    const stored = await fingerprints();
    expect(stored).toHaveLength(comments.length);
    expect(stored.filter((fingerprint) => !fingerprint.startsWith('hmac.'))).toEqual([]);

    const [parent] = comments;
    const reply = {
      ...archived('reply', parent?.articleId ?? ''),
      parentExternalId: parent?.provenance.externalId ?? '',
    };
    const [result] = await run([reply]);
    expect(result).toMatchObject({ added: true, reparented: false });
    const [event] = await kept.store.readStream(`comment-${result?.commentId}`);
    expect(event?.data).toMatchObject({ parentId: numbers[0] });
  });
});

test('a comment by a name that breaks the rules is imported without the offending characters', async () => {
  const comments = (await many(3)).map((comment, index) => ({
    ...comment,
    name: ['\u202eAnn', '\u2800', 'Bo\u0007\nLee'][index] ?? '',
  }));
  const results = await run(comments);
  expect(results.map(({ added }) => added)).toEqual([true, true, true]);
  const keys = await keyring.keysOf([personId]);
  const names = await Promise.all(
    results.map(async ({ commentId }) => {
      const [event] = await kept.store.readStream(`comment-${commentId}`);
      return openEvent<EventOf<'CommentPosted'>>(event as EventOf<'CommentPosted'>, keys).data.author.name;
    }),
  );
  expect(names).toEqual(['Ann', '', 'Bo Lee']);
});

describe('refused comments', () => {
  test('a new comment by an erased person is refused alone; a reply to it has no parent; a rerun answers the same', async () => {
    const [first, second, third] = (await many(3)) as [Imported, Imported, Imported];
    const erased = { ...second, personId: randomUUIDv7() };
    await replicateErased(erased.personId);
    const reply = { ...third, parentExternalId: erased.provenance.externalId };
    const results = await run([first, erased, reply]);
    expect(results).toEqual([
      { commentId: expect.any(Number), added: true, reparented: false },
      { commentId: null, added: false, reparented: false, refused: 'PersonErased' },
      { commentId: expect.any(Number), added: true, reparented: true },
    ]);
    const again = await run([first, erased, reply]);
    expect(again.map(({ commentId, added, refused }) => [commentId, added, refused])).toEqual(
      results.map(({ commentId, refused }) => [commentId, false, refused]),
    );
  });

  test('a comment under an unknown article is refused alone, and imported once the article is known', async () => {
    const [known] = (await many(1)) as [Imported];
    const elsewhere = archived('elsewhere', randomUUIDv7());
    expect((await run([elsewhere, known])).map(({ added, refused }) => [added, refused])).toEqual([
      [false, 'ArticleUnknown'],
      [true, undefined],
    ]);
    await replicate(elsewhere.articleId);
    expect((await run([elsewhere, known])).map(({ added }) => added)).toEqual([true, false]);
  });

  test('an unknown author refuses the whole request', async () => {
    const [known] = (await many(1)) as [Imported];
    await expect(run([{ ...known, personId: randomUUIDv7() }])).rejects.toMatchObject({ refusal: { kind: 'invalid' } });
  });
});
