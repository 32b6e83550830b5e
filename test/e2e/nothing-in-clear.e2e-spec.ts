import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topics } from '#contracts/topics.js';
import { eventually } from '#testing/eventually.js';
import { formsFoundIn } from './forms-in-clear.js';
import { runTool } from './run-tool.js';
import { get, introduceGuest, post, publish, signInAsAdmin } from './api-client.js';

const mark = randomBytes(6).toString('hex');
const canaries = {
  name: `Zwitscher${mark}`,
  email: `nest${mark}@zwitscher.example`,
  website: `https://zwitscher.example/${mark}/ast`,
  body: `What the canary ${mark} sang`,
  importedName: `Trillernde ${mark}`,
  importedEmail: `kaefig${mark}@zwitscher.example`,
  importedWebsite: `http://triller.example/${mark}`,
  importedBody: `What another canary ${mark} sang, long ago`,
  emailHash: randomBytes(16).toString('hex'),
  addressRange: `2001:db8:${mark.slice(0, 4)}:${mark.slice(4, 8)}::/64`.replaceAll(/:0+(?=[0-9a-f])/g, ':'),
  note: `The neighbours of ${mark}`,
};
/** Public, and therefore in clear. */
const title = `Of birds ${mark}`;

/** One comment by a guest with every personal field, and two of an archive. */
async function sing(): Promise<void> {
  const admin = await signInAsAdmin();
  const slug = await publish(admin, title);
  const { name, email, website, body } = canaries;
  const guest = await introduceGuest(name, { email, website });
  const posted = await post(`/api/articles/${slug}/comments`, { comment: { body } }, { token: guest.token });
  expect(posted.status).toBe(201);
  const sanction = { range: canaries.addressRange, kind: 'premoderate', reason: 'spam', note: canaries.note };
  expect((await post('/api/address-ranges', { addressRange: sanction }, { token: admin })).status).toBe(201);
  const archived = `archived-${mark}`;
  const common = { articleSlug: archived, postedAt: '2020-01-02T03:04:05Z' };
  const lines = [
    { slug: archived, title: 'An archive', publishedAt: '2020-01-01' },
    { ...common, id: 'one', name: canaries.importedName, email: canaries.importedEmail, body: canaries.importedBody },
    { ...common, id: 'two', name, emailHash: canaries.emailHash, website: canaries.importedWebsite, body },
  ];
  await importLines(lines);
  const isShown = async () => (await get(`/api/articles/${archived}/comments`)).body.comments.length === 2;
  await eventually(isShown, { what: 'the imported comments', timeoutMs: 20_000 });
}

async function importLines(lines: object[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-canary-'));
  try {
    const file = join(folder, 'canaries.jsonl');
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const imported = await runTool('import/import', [file, '--source', mark]);
    expect(imported).toMatchObject({ code: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('nothing personal is in clear in Kafka', () => {
  let everything = '';

  beforeAll(async () => {
    await sing();
    for (const { name } of Object.values(topics)) {
      const { code, out } = await runTool('topics/print-topic', [name, '--json']);
      expect(code).toBe(0);
      everything += out;
    }
  }, 90_000);

  test('the posted events are there, with headers, and public fields are in clear', () => {
    const types = new Set(
      everything
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { headers: Record<string, string> }).headers['ce_type']),
    );
    expect([...types]).toEqual(
      expect.arrayContaining([
        'ArticlePublished',
        'CommentPosted',
        'GuestIntroduced',
        'UserRegistered',
        'AddressRangePremoderated',
      ]),
    );
    expect(formsFoundIn(everything, title)).toContain(title);
  });

  test.each(Object.entries(canaries))('%s: in no form', (_field, canary) => {
    expect(formsFoundIn(everything, canary)).toEqual([]);
  });

  test('nor is the admin’s address', async () => {
    const { email } = JSON.parse(await readFile(process.env['E2E_ADMIN_FILE'] ?? '', 'utf8')) as { email: string };
    expect(formsFoundIn(everything, email)).toEqual([]);
  });

  test('the search finds a text in base64 at any offset', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      for (const encoding of ['base64', 'base64url', 'hex'] as const) {
        const hidden = Buffer.from(`${before}${canaries.body} and more`).toString(encoding);
        expect(formsFoundIn(`{"value":"s1.${hidden}"}`, canaries.body)).toHaveLength(1);
      }
    }
  });
});
