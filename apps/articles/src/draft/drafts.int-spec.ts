import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pino from 'pino';
import type { OpenedOf } from '#contracts/events.js';
import type { PersonNow } from '#identity/people.js';
import { openEvent } from '#keyring/event-codec.js';
import { problemOf } from '#http/problem-of.js';
import { ArticlesFixture, person, type Person } from '../article/articles-fixture.js';
import { DescribeSiteController } from '../describe-site/describe-site.controller.js';
import { DiscardDraftController } from '../discard-draft/discard-draft.controller.js';
import { DraftArticleController } from '../draft-article/draft-article.controller.js';
import { PublishDraftController } from '../publish-draft/publish-draft.controller.js';
import { ReturnSubmissionController } from '../return-submission/return-submission.controller.js';
import { ReviseDraftController } from '../revise-draft/revise-draft.controller.js';
import { ScheduleDraftController } from '../schedule-draft/schedule-draft.controller.js';
import { SubmitDraftController } from '../submit-draft/submit-draft.controller.js';
import { UnscheduleDraftController } from '../unschedule-draft/unschedule-draft.controller.js';
import { publishDueDrafts } from './due-drafts.js';
import { dueDraftsAtOnce } from './find-due-drafts.js';

const [editor, author, other, admin] = [person('editor'), person('reader'), person('reader'), person('admin')];
const deputy = person('editor');
const draft = { title: 'The ferry waits', description: 'Again.', body: 'Until dusk. A canary.' };
const steps = {
  save: ReviseDraftController,
  submit: SubmitDraftController,
  giveBack: ReturnSubmissionController,
  schedule: ScheduleDraftController,
  unschedule: UnscheduleDraftController,
  publish: PublishDraftController,
  discard: DiscardDraftController,
};

let articles: ArticlesFixture;
beforeAll(async () => {
  articles = await ArticlesFixture.open();
  await articles.keyring.createKeys([editor, author, other].map(({ personId }) => personId));
});
beforeEach(async () => {
  known.set(editor.personId, { roles: ['editor'] }).set(deputy.personId, { roles: ['editor'] });
  known.set(author.personId, { roles: ['reader'] });
  await say('reviewed');
});
afterAll(() => articles.close());

const say = (publishing: string) =>
  new DescribeSiteController(articles.commands).handle(articles.request(admin, { publishing }));
const begin = async (by: Person, more: object = {}) => {
  const begun = await new DraftArticleController(articles.commands).handle(articles.request(by, { ...draft, ...more }));
  return begun.articleId;
};
const step = (name: keyof typeof steps, by: Person, articleId: string, body: object = {}) =>
  new steps[name](articles.commands, articles.stored.database.pool as never, articles.thesaurus).handle(
    articles.request(by, { articleId, ...body }),
  );
const refusal = async (asked: Promise<unknown>) => {
  const done = asked.then(
    () => new Error('it was done'),
    (error: unknown) => error,
  );
  const { status, errors } = problemOf(await done);
  return errors ? [status, errors] : [status];
};
const eventsOf = (articleId: string) => articles.stored.store.readStream(`article-${articleId}`);
const typesOf = async (articleId: string) => (await eventsOf(articleId)).map(({ type }) => type);
const known = new Map<string, PersonNow>();
const schedulers = {
  people: { find: ({ personId }: { personId: string }) => Promise.resolve(known.get(personId) ?? {}) },
  secondFactorOf: 'nobody' as const,
};
const publishDue = () =>
  publishDueDrafts(
    {
      ...{ store: articles.events, pool: articles.stored.database.pool, thesaurus: articles.thesaurus, schedulers },
      log: pino({ enabled: false }),
    },
    new AbortController().signal,
  );

test('a draft goes from its author to the editors, back, and on the site', async () => {
  const id = await begin(author);
  await step('submit', author, id);
  expect(await refusal(step('save', author, id, draft))).toEqual([409]);
  await step('giveBack', editor, id, { note: 'Which ferry?' });
  await step('save', author, id, { ...draft, body: 'The old one.' });
  await step('submit', author, id);
  expect(await refusal(step('publish', author, id))).toEqual([403, { article: ['forbidden'] }]);
  expect(await step('publish', editor, id)).toMatchObject({ articleId: id, slug: expect.stringMatching(/^the-ferry/) });
  const published = (await eventsOf(id)).at(-1);
  expect(published).toMatchObject({
    ...{ type: 'ArticlePublished', version: 6 },
    data: { authorId: author.personId, body: 'The old one.', actor: { id: editor.personId } },
  });
  expect(await refusal(step('publish', editor, id))).toEqual([404, { draft: ['not found'] }]);
});

test('what a draft says is stored sealed, and its author’s alone', async () => {
  const id = await begin(author);
  const [event] = await eventsOf(id);
  expect(JSON.stringify(event)).not.toContain('canary');
  const keys = await articles.keyring.keysOf([author.personId]);
  const opened = openEvent<OpenedOf<'ArticleDrafted'>>(event as OpenedOf<'ArticleDrafted'>, keys);
  expect(JSON.parse(String(opened.data.draft))).toEqual({ ...draft, format: 'markdown', tagList: [] });
});

test('nobody but its author and editors learns of a draft', async () => {
  const id = await begin(author);
  for (const name of ['submit', 'giveBack', 'discard'] as const) {
    expect(await refusal(step(name, other, id))).toEqual([404, { draft: ['not found'] }]);
  }
  expect(await refusal(step('save', other, id, draft))).toEqual([404, { draft: ['not found'] }]);
  await say('everyone');
  const lacking = await begin(author, { body: '' });
  for (const name of ['publish', 'schedule'] as const) {
    const told = refusal(step(name, other, lacking, { publishAt: '2999-01-02T03:04:05.000Z' }));
    expect(await told).toEqual([404, { draft: ['not found'] }]);
  }
  await say('reviewed');
  await step('save', editor, id, { ...draft, body: 'Edited.' });
  await step('discard', author, id);
  expect(await typesOf(id)).toEqual(['ArticleDrafted', 'ArticleDrafted', 'DraftDiscarded']);
  expect(await refusal(step('save', author, id, draft))).toEqual([404, { draft: ['not found'] }]);
});

test('where only editors publish a reader drafts nothing, and a contributor does', async () => {
  await say('editors');
  expect(await refusal(begin(other))).toEqual([403, { article: ['forbidden'] }]);
  const contributor = person('contributor');
  await articles.keyring.createKeys([contributor.personId]);
  const id = await begin(contributor);
  await step('submit', contributor, id);
  expect(await refusal(step('publish', contributor, id))).toEqual([403, { article: ['forbidden'] }]);
});

test('what says too little is not published, and is told what lacks', async () => {
  const id = await begin(editor, { body: ' ', description: '' });
  const lacking = [422, { description: ["can't be blank"], body: ["can't be blank"] }];
  expect(await refusal(step('publish', editor, id))).toEqual(lacking);
  expect(await refusal(step('schedule', editor, id, { publishAt: '2026-01-02T03:04:05.000Z' }))).toEqual(lacking);
});

test('a draft that is due is published once, by whichever replica, and none before its time', async () => {
  const [due, later, unscheduled] = [await begin(author), await begin(author), await begin(author)];
  await step('schedule', editor, due, { publishAt: '2020-01-02T03:04:05.000Z' });
  await step('schedule', editor, later, { publishAt: '2999-01-02T03:04:05.000Z' });
  await step('schedule', editor, unscheduled, { publishAt: '2020-01-02T03:04:05.000Z' });
  await step('unschedule', editor, unscheduled);
  expect(await refusal(step('save', author, later, draft))).toEqual([409]);
  await Promise.all([publishDue(), publishDue(), publishDue()]);
  await publishDue();
  expect(await typesOf(due)).toEqual(['ArticleDrafted', 'ArticleScheduled', 'ArticlePublished']);
  expect((await eventsOf(due)).at(-1)?.data).toMatchObject({ actor: { kind: 'system', rule: 'schedule' } });
  expect(await typesOf(later)).toEqual(['ArticleDrafted', 'ArticleScheduled']);
  expect(await typesOf(unscheduled)).toEqual(['ArticleDrafted', 'ArticleScheduled', 'ArticleUnscheduled']);
});

test('the draft of somebody who was erased is not published when it is due', async () => {
  const gone = person('reader');
  await articles.keyring.createKeys([gone.personId]);
  const id = await begin(gone);
  await step('schedule', editor, id, { publishAt: '2020-01-02T03:04:05.000Z' });
  await articles.keyring.destroyKey(gone.personId);
  await publishDue();
  expect(await typesOf(id)).toEqual(['ArticleDrafted', 'ArticleScheduled', 'SubmissionReturned']);
});

test.each<[string, () => void | Promise<unknown>]>([
  [
    'is banned',
    () => void known.set(author.personId, { roles: ['reader'], sanctions: { ban: { reason: 'spam', until: null } } }),
  ],
  ['is erased', () => void known.set(author.personId, { over: 'erased' })],
  ['may not publish any more, as the site says', () => say('editors')],
])('what somebody scheduled who %s is not published when it is due', async (_, meanwhile) => {
  await say('everyone');
  const id = await begin(author);
  await step('schedule', author, id, { publishAt: '2020-01-02T03:04:05.000Z' });
  await meanwhile();
  await publishDue();
  expect(await typesOf(id)).toEqual(['ArticleDrafted', 'ArticleScheduled', 'SubmissionReturned']);
});

test('a draft waits while nothing is known of who scheduled it', async () => {
  const id = await begin(author);
  await step('schedule', editor, id, { publishAt: '2020-01-02T03:04:05.000Z' });
  known.delete(editor.personId);
  await publishDue();
  expect(await typesOf(id)).toEqual(['ArticleDrafted', 'ArticleScheduled']);
  known.set(editor.personId, { roles: ['editor'] });
  await publishDue();
  expect((await typesOf(id)).at(-1)).toBe('ArticlePublished');
});

test('whoever guesses a version of a draft learns nothing of what others have done to it', async () => {
  const id = await begin(author);
  await step('save', author, id, { ...draft, body: 'More.' });
  const guess = new SubmitDraftController(articles.commands).handle(
    articles.request(other, { articleId: id }, { 'if-match': '"1"' }),
  );
  expect(await refusal(guess)).toEqual([404, { draft: ['not found'] }]);
});

test('who is banned is no editor meanwhile', async () => {
  const id = await begin(author);
  const banned = { ...editor, sanctions: { ban: { reason: 'spam' as const, until: null } } };
  expect(await refusal(step('discard', banned, id))).toEqual([404, { draft: ['not found'] }]);
});

test('a draft that cannot be published when it is due goes back to its author with the reason', async () => {
  await say('everyone');
  const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4099';
  const [lacking, unfiled, theirs] = [await begin(author), await begin(author, { sectionId }), await begin(author)];
  for (const id of [lacking, unfiled, theirs]) {
    await step('schedule', id === theirs ? author : editor, id, { publishAt: '2020-01-02T03:04:05.000Z' });
  }
  await step('save', editor, lacking, { ...draft, body: '' });
  await say('editors');
  await publishDue();
  const reasons = await Promise.all([lacking, unfiled, theirs].map(async (id) => (await eventsOf(id)).at(-1)));
  expect(reasons).toMatchObject([
    { type: 'SubmissionReturned', data: { reason: 'incomplete', actor: { kind: 'system' } } },
    { type: 'SubmissionReturned', data: { reason: 'section', authorId: author.personId } },
    { type: 'SubmissionReturned', data: { reason: 'scheduler' } },
  ]);
  await step('save', author, lacking, { ...draft, body: 'More.' });
});

test('drafts that cannot be published yet do not hold up those behind them', async () => {
  const stuck = await begin(author);
  await step('schedule', editor, stuck, { publishAt: '2020-01-02T03:04:05.000Z' });
  await articles.stored.database.pool.query(
    `INSERT INTO events OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(event, jsonb_build_object(
       'stream', 'article-' || md5(next::text)::uuid, 'position', 1000000 + 2 * next + version, 'id', gen_random_uuid(),
       'data', event.data::jsonb || jsonb_build_object('articleId', md5(next::text)::uuid)))).*
     FROM events AS event, generate_series(1, $2::int) AS next WHERE event.stream = $1`,
    [`article-${stuck}`, dueDraftsAtOnce],
  );
  await articles.stored.database.pool.query(
    `INSERT INTO scheduled_articles (article_id, publish_at)
     SELECT md5(next::text)::uuid, '2020-01-02' FROM generate_series(1, $1::int) AS next`,
    [dueDraftsAtOnce],
  );
  const behind = await begin(author);
  await step('schedule', deputy, behind, { publishAt: '2020-01-02T03:04:06.000Z' });
  known.delete(editor.personId);
  await publishDue();
  expect((await typesOf(behind)).at(-1)).toBe('ArticleScheduled');
  await publishDue();
  expect((await typesOf(behind)).at(-1)).toBe('ArticlePublished');
});
