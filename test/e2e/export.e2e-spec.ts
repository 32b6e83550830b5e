import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { gateways, get, introduceGuest, post, publish, signInAsAdmin } from './api-client.js';
import { copiesOf, metricOf } from './stack.js';

interface Exported {
  person: object;
  comments: { id: number; postedAt: string; body: string; article: object }[];
}
const exportOf = async (token: string, headers: Record<string, string> = {}) => {
  const reply = await get('/api/me/export', { token, headers });
  return { ...reply, body: reply.body as unknown as Exported };
};

describe('everything about me', () => {
  let slug: string;
  let admin: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Exported threads');
  });

  test('a guest gets their data and comments, as a file', async () => {
    const mark = randomBytes(4).toString('hex');
    const details = { email: `${mark}@example.org`, website: `https://${mark}.example/` };
    const { token, id } = await introduceGuest('Edda Export', details);
    const other = await introduceGuest('Otto Other');
    const first = await post(`/api/articles/${slug}/comments`, { comment: { body: 'first' } }, { token });
    const parentId = first.body.comment.id;
    await post(`/api/articles/${slug}/comments`, { comment: { body: 'not mine' } }, { token: other.token });
    await post(`/api/articles/${slug}/comments`, { comment: { body: 'second', parentId } }, { token });
    const { status, headers, body } = await exportOf(token);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(body).toMatchObject({
      person: {
        id,
        kind: 'guest',
        name: 'Edda Export',
        ...details,
        bio: null,
        image: null,
        roles: [],
        commentCount: 2,
        erasure: null,
      },
      comments: [
        { body: 'first', parentId: null, name: 'Edda Export', website: details.website, article: { slug } },
        { body: 'second', parentId, article: { slug, title: 'Exported threads' } },
      ],
    });
  });

  test('an account gets its own; nobody gets anything without a token', async () => {
    const { person } = (await exportOf(admin)).body;
    expect(person).toMatchObject({ kind: 'account', name: 'admin', roles: ['admin'] });
    expect((await get('/api/me/export')).status).toBe(401);
  });

  test('it has the versions of a token, or is refused', async () => {
    const { token, id } = await introduceGuest('Late Lore');
    expect((await exportOf(token, { 'consistency-token': `person-${id}:1` })).status).toBe(200);
    expect((await exportOf(token, { 'consistency-token': `person-${id}:9` })).status).toBe(503);
  });
});

/** More than fits into the gateway's heap. */
describe('100,000 comments of 2,500 characters', () => {
  const count = 100_000;
  let reading: pg.Client;
  let token: string;
  let personId: string;

  beforeAll(async () => {
    ({ token, id: personId } = await introduceGuest('Multa Multorum'));
    const url = new URL(process.env['E2E_POSTGRES_URL'] ?? '');
    url.pathname = '/broadside_read';
    reading = new pg.Client({ connectionString: url.href });
    await reading.connect();
    await reading.query(
      `WITH state AS (
         INSERT INTO read_v1.comment_state
           (comment_id, article_id, person_id, kind, posted_at, imported, version, bytes, shown)
         SELECT 900000000 + number, $1::uuid, $1::uuid, 'guest', now(), false, 1, 2500, true
         FROM generate_series(1, ${count}) AS number RETURNING comment_id
       )
       INSERT INTO read_v1.comment_text (comment_id, version, name, body, body_html, format)
       SELECT comment_id, 1, 'Multa', repeat('m', 2500), '', 'text' FROM state`,
      [personId],
    );
  }, 60_000);
  afterAll(async () => {
    await reading.query('DELETE FROM read_v1.comment_text WHERE comment_id > 900000000');
    await reading.query('DELETE FROM read_v1.comment_state WHERE person_id = $1', [personId]);
    await reading.end();
  });

  test('are sent whole, while the gateway’s memory stays flat', async () => {
    const [gateway] = await copiesOf('gateway');
    if (!gateway) throw new Error('no gateway runs');
    const memory = () => metricOf(gateway, 'process_resident_memory_bytes');
    const before = await memory();
    let most = before;
    let bytes = 0;
    let seen = 0;
    let end = '';
    let lookAt = 0;
    const answer = await fetch(`${gateways[0]}/api/me/export`, { headers: { authorization: `Token ${token}` } });
    for await (const chunk of answer.body ?? []) {
      const text = Buffer.from(chunk as Uint8Array).toString('latin1');
      bytes += text.length;
      seen += (text.match(/"imported":/g) ?? []).length;
      end = (end + text).slice(-4);
      if (bytes < lookAt) continue;
      lookAt += 5 * 2 ** 20;
      most = Math.max(most, await memory());
    }
    most = Math.max(most, await memory());
    expect(end).toMatch(/\]\}$/);
    expect(bytes).toBeGreaterThan(count * 2_500);
    expect(seen).toBeGreaterThan(count * 0.99);
    // Garbage that is collected late counts too; 260 MiB were sent, more than the heap can hold.
    expect((most - before) / 2 ** 20).toBeLessThan(170);
  }, 90_000);
});
