import { afterAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { longestFormerPath } from '#contracts/articles/former-path.js';
import { ArchiveProvenance } from '#contracts/archive-provenance.js';
import { ArchivedPerson } from '#contracts/people/person.commands.js';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { readProfile } from '#read-models/profile/read-profile.js';
import { notedOfType } from '#projection/unknown-events.js';
import { createTables } from '#testing/create-tables.js';
import { createReadModels } from '#testing/read-models.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { tablesOfDatabases } from '#tools/setup/tables-of-databases.js';
import { slugOf } from '../apps/articles/src/article/slug.js';
import { dailyBudgets } from '../apps/users/src/budget/daily-budgets.js';

/** Upper bound of a B-tree row's bytes: a third of a page. */
const maxBytes = 2_704;
/** A row's header and alignment. */
const rowBytes = 32;
/** Bytes of a UTF-16 unit in UTF-8. */
const unitBytes = 3;

const longest = (schema: { maxLength?: number | null }) => (schema.maxLength ?? Infinity) * unitBytes;
const innermost = (pipe: { in?: unknown }) => (pipe.in ?? pipe) as { maxLength?: number | null };
/** With a hyphen and a number appended. */
const slug = slugOf('界'.repeat(300)).length * unitBytes + '-1099511627776'.length;
/** Upper bound of the characters of a message's header; see fromCloudEvent(). */
const header = 500 * unitBytes;
const hash = 64;
const topic = 249;
const constant = 20;

/** Upper bound of the bytes of each text in a B-tree: the contract bounds it, or the code that makes it, or fromCloudEvent(). */
const bounded: Record<string, number> = {
  'slugs.slug': slug,
  'article_page.slug': slug,
  'article_slug.slug': slug,
  'former_path.path': longestFormerPath,
  'article_tag.tag': longest(innermost(ArchivedArticle.shape.tagList.unwrap().element)),
  'imported_articles.source': longest(innermost(ArchiveProvenance.shape.source)),
  'imported_articles.external_id': longest(innermost(ArchiveProvenance.shape.externalId)),
  'imported_comments.source': longest(innermost(ArchiveProvenance.shape.source)),
  'imported_comments.external_id': longest(innermost(ArchiveProvenance.shape.externalId)),
  'imported_comments.fingerprint': hash,
  'reservations.kind': constant,
  'reservations.hash': hash,
  'refresh_tokens.hash': hash,
  'password_resets.email_hash': hash,
  'recovery_codes.hash': hash,
  'month_keys.month': '2026-11'.length,
  'commands.key': hash,
  'events.stream': header,
  'spent.budget': Math.max(...Object.keys(dailyBudgets).map(({ length }) => length)),
  'stream_states.stream': header,
  'stream_states.fold': constant,
  'relayed.topic': topic,
  'checkpoint.topic': topic,
  'late_beginning.topic': topic,
  'attempt.topic': topic,
  'dead_letter.topic': topic,
  'stream_progress.stream': header,
  'folded_stream.stream': header,
  'halted_stream.stream': header,
  'parked_event.stream': header,
  'site_head.answer': constant,
  'site_identity.id': constant,
  'draft.status': constant,
  'search_filling.kind': constant,
  'section_slugs.slug': slug,
  'comment_state.kind': constant,
  'known_site.id': constant,
  'unknown_event.stream': header,
  'unknown_event.type': notedOfType * unitBytes,
};

const sqlIndexes = `
SELECT index.relname AS index, array_agg(tables.relname || '.' || column_of.attname) AS texts
FROM pg_index JOIN pg_class index ON index.oid = indexrelid JOIN pg_class tables ON tables.oid = indrelid
JOIN pg_am ON pg_am.oid = index.relam AND amname = 'btree'
JOIN pg_namespace spaces ON spaces.oid = tables.relnamespace AND nspname !~ '^(pg_|information_schema)'
JOIN pg_attribute column_of ON column_of.attrelid = indrelid AND column_of.attnum = ANY (indkey)
WHERE column_of.atttypid IN ('text'::regtype, 'varchar'::regtype, 'bytea'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
GROUP BY index.relname`;

const opened: TestDatabase[] = [];

afterAll(() => Promise.all(opened.map((database) => database.drop())));

async function open({ groups }: DatabaseTables): Promise<TestDatabase> {
  const database = await createTestDatabase();
  opened.push(database);
  await createTables(database.pool, ...groups);
  return database;
}

test.each(Object.entries(tablesOfDatabases))(
  'nothing that the contract takes is too long for an index of %s',
  async (_name, tables) => {
    const { pool } = await open(tables);
    const { rows } = await pool.query<{ index: string; texts: string[] }>(sqlIndexes);
    for (const { index, texts } of rows) {
      const bytes = texts.map((text) => bounded[text] ?? `${text} is not bounded: index its hash`);
      expect({ index, unbounded: bytes.filter((each) => typeof each === 'string') }).toEqual({ index, unbounded: [] });
      expect(bytes.reduce<number>((sum, each) => sum + Number(each), rowBytes)).toBeLessThan(maxBytes);
    }
  },
);

test('the longest name of an archive, hardly compressible, is stored and found', async () => {
  const database = await createReadModels();
  opened.push(database);
  const { pool } = database;
  const most = innermost(ArchivedPerson.shape.name).maxLength ?? 0;
  expect(most).toBe(1_000);
  const name = Array.from({ length: most }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
  // One of these becomes eighteen.
  for (const each of [name, `${name.slice(1)}\ufdfa`, '\ufdfa'.repeat(most)]) {
    await pool.query(
      `INSERT INTO commenter (person_id, kind, name, folded_name, roles) VALUES ($1, 'account', $2, $3, '[]')`,
      [randomUUID(), each, caseFoldedName(each)],
    );
    expect(await readProfile(pool, each)).toMatchObject({ username: each });
  }
});
