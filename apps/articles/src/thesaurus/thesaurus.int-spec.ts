import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataOf } from '#contracts/events.js';
import type { House } from '#contracts/thesaurus/house-entry.js';
import { problemOf } from '#http/problem-of.js';
import type { ClientBase, QueryConfig } from 'pg';
import { ArticlesFixture, person } from '../article/articles-fixture.js';
import { CompareHouseController } from '../compare-house/compare-house.controller.js';
import { DefineEntryController } from '../define-entry/define-entry.controller.js';
import { PreviewHouseController } from '../preview-house/preview-house.controller.js';
import { PublishArticleController } from '../publish-article/publish-article.controller.js';
import { RepinArticleController } from '../repin-article/repin-article.controller.js';
import { RetireEntryController } from '../retire-entry/retire-entry.controller.js';
import { ReviseArticleController } from '../revise-article/revise-article.controller.js';
import { KnownThesaurus } from './known-thesaurus.js';

let articles: ArticlesFixture;
beforeAll(async () => (articles = await ArticlesFixture.open()));
afterAll(() => articles.close());

const editor = person('editor');
const controllers = {
  define: DefineEntryController,
  retire: RetireEntryController,
  publish: PublishArticleController,
  revise: ReviseArticleController,
  repin: RepinArticleController,
  compare: CompareHouseController,
  preview: PreviewHouseController,
};

/** By a process that knows nothing yet, or by that of the other steps. */
const give = async (name: keyof typeof controllers, body: object, headers = {}, known = articles.thesaurus) =>
  (await new controllers[name](articles.commands, known).handle(articles.request(editor, body, headers))) as {
    articleId: string;
    entryId: string;
    streams: Record<string, number>;
    pinned: House | null;
    present: House | null;
    house: House | null;
  };
const refusal = async (asked: Promise<unknown>) => {
  const problem = problemOf(
    await asked.then(
      () => new Error('it was done'),
      (error: unknown) => error,
    ),
  );
  return [problem.status, problem.errors ?? problem.more['changes']];
};
const publish = (body: string, more: object = {}) =>
  give('publish', { title: 'The ferry waits', description: 'Again.', body, ...more });
const houseIn = async (articleId: string) => {
  const events = await articles.stored.store.readStream(`article-${articleId}`);
  const { house } = events.at(-1)?.data as DataOf<'ArticleRevised'>;
  return house && [house.version, ...house.entries.map(({ term, text }) => `${term}: ${text}`).sort()];
};
const gloss = (term: string, text: string, more: object = {}) => ({ kind: 'gloss', term, text, ...more });

test('an article is pinned to the version of its publication until an editor moves it on', async () => {
  const early = await publish('The bridge.');
  expect(await houseIn(early.articleId)).toBeUndefined();
  const { entryId: bridge } = await give('define', gloss('bridge', 'it opens'));
  const { entryId: pier } = await give('define', gloss('pier', 'it leaks', { kind: 'substitution' }));
  const { articleId } = await publish('The *bri*dge.', { format: 'markdown' });
  expect(await houseIn(articleId)).toEqual([2, 'bridge: it opens']);

  await give('define', gloss('bridge', 'it closes', { entryId: bridge }));
  await give('retire', { entryId: pier });
  await give('define', gloss('ferry', 'it waits'));
  const written = { body: 'The pier, the ferry and the bridge.' };
  const previewed = async (more: object) => {
    const { house } = await give('preview', { ...written, ...more });
    return house && [house.version, ...house.entries.map(({ term, text }) => `${term}: ${text}`).sort()];
  };
  // A preview is by what a publication would be pinned to; that of a revision by what the article is pinned to.
  expect(await previewed({})).toEqual([5, 'bridge: it closes', 'ferry: it waits']);
  expect(await previewed({ articleId })).toEqual([2, 'bridge: it opens', 'pier: it leaks']);
  expect(await previewed({ articleId: early.articleId })).toBeNull();
  await give('revise', { articleId, ...written });
  expect(await houseIn(articleId)).toEqual([2, 'bridge: it opens', 'pier: it leaks']);
  await give('revise', { articleId, body: 'The pier and the bridge.' }, {}, new KnownThesaurus());
  expect(await houseIn(articleId)).toEqual([2, 'bridge: it opens', 'pier: it leaks']);

  const { pinned, present } = await give('compare', { articleId });
  expect([pinned?.version, present?.version]).toEqual([2, 5]);
  expect(await give('repin', { articleId })).toMatchObject({ streams: { [`article-${articleId}`]: 4 } });
  expect(await houseIn(articleId)).toEqual([5, 'bridge: it closes', 'ferry: it waits']);
  // Once is enough.
  expect(await give('repin', { articleId })).toMatchObject({ streams: { [`article-${articleId}`]: 4 } });
  await give('repin', { articleId: early.articleId });
  expect(await houseIn(early.articleId)).toEqual([5, 'bridge: it closes', 'ferry: it waits']);
});

test('two entries for one form are refused, and so is a change of an entry that has changed since it was read', async () => {
  const { entryId, streams } = await give('define', gloss('quay', 'wet', { inflections: ['quays'] }));
  expect(await refusal(give('define', gloss('QUAYS', 'dry')))).toEqual([
    422,
    { term: [`“QUAYS” is a form of another entry, “quay” (${entryId})`] },
  ]);
  const read = { 'if-match': `"${streams['thesaurus']}"` };
  await give('define', gloss('buoy', 'red'));
  const changed = await give('define', gloss('quay', 'damp', { entryId }), read);
  expect(await refusal(give('retire', { entryId }, read))).toEqual([
    412,
    [expect.objectContaining({ type: 'GlossDefined', version: changed.streams['thesaurus'] })],
  ]);
  const [absent] = await refusal(give('retire', { entryId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051' }));
  expect(absent).toBe(404);
});

test('two processes that change it at once lose nothing', async () => {
  const others = [articles.thesaurus, new KnownThesaurus()];
  const all = Array.from({ length: 10 }, (_, at) => give('define', gloss(`lane ${at}`, 'x'), {}, others[at % 2]));
  const versions = (await Promise.all(all)).map(({ streams }) => streams['thesaurus'] ?? 0).sort((a, b) => a - b);
  expect(new Set(versions).size).toBe(10);
  const client = await articles.stored.database.pool.connect();
  try {
    const states = await Promise.all([...others, new KnownThesaurus()].map((known) => known.now(client)));
    const [last] = states.map(({ entries, version }) => JSON.stringify([version, [...entries.keys()]]));
    expect(new Set(states.map(({ entries, version }) => JSON.stringify([version, [...entries.keys()]])))).toEqual(
      new Set([last]),
    );
  } finally {
    client.release();
  }
});

test('a question reads what was said since the last one, not the whole thesaurus', async () => {
  const known = new KnownThesaurus();
  const client = await articles.stored.database.pool.connect();
  const rowsRead = async (ask: (client: ClientBase) => Promise<unknown>) => {
    let rows = 0;
    const counting = {
      query: async (query: QueryConfig) => {
        const answer = await client.query(query);
        rows += answer.rows.length;
        return answer;
      },
    };
    await ask(counting as unknown as ClientBase);
    return rows;
  };
  const text = { title: 'T', description: 'D', body: 'B', format: 'text' } as const;
  try {
    const { version } = await articles.thesaurus.now(client);
    expect(await rowsRead((counting) => known.now(counting))).toBe(version);
    expect(await rowsRead((counting) => known.houseFor(counting, text))).toBe(0);
    await give('define', gloss('tide', 'high'));
    expect(await rowsRead((counting) => known.houseFor(counting, text))).toBe(1);
    // An earlier version is read and compiled once.
    expect(await rowsRead((counting) => known.houseFor(counting, text, 2))).toBe(2);
    expect(await rowsRead((counting) => known.houseFor(counting, text, 2))).toBe(0);
  } finally {
    client.release();
  }
});
