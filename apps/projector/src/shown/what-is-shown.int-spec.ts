import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { articleEvents, draftEvents } from '#contracts/articles/article.events.js';
import { eventSchemas, type BroadsideEvent, type EventType } from '#contracts/events.js';
import { thesaurusEvents } from '#contracts/thesaurus/thesaurus.events.js';
import * as people from '#contracts/people/person.examples.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { answers, type Answer } from '#read-models/shown/answer.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import fc from 'fast-check';
import { scrubRestored } from '../erased-person/scrub-restored.js';
import { readModels } from '../read-models.set.js';
import { changed } from './changed-answers.js';
import { ada, grace, History, readAnswers } from './shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);

let database: TestDatabase;
let offsets: Record<string, number>;
beforeAll(async () => void (database = await createReadModels()));
beforeEach(() => reset());
afterAll(async () => {
  renderer.close();
  await database.drop();
});

async function reset(): Promise<void> {
  offsets = {};
  await resetProjection(database.pool, 'read_v1', savedTables);
}

/** A batch of one partition. */
async function give(events: BroadsideEvent[], partition = 0): Promise<void> {
  const topic = events[0]?.topic ?? 'users.events.v1';
  const place = `${topic}/${partition}`;
  const first = offsets[place] ?? 0;
  offsets[place] = first + events.length;
  const outcome = await applyBatch(database.pool, set, { topic, partition, messages: asMessages(events, first) });
  expect(outcome).toMatchObject({ deadLetters: 0, parked: 0 });
}

const example = (type: EventType): object => {
  const name = (type.charAt(0).toLowerCase() + type.slice(1)) as keyof typeof people;
  return people[name] ?? {};
};

/** Projects everything that exists before the event, except what the event makes itself. */
async function introduceAll(history: History, type: EventType): Promise<void> {
  if (type !== 'ArticlePublished') await give([history.article('ArticlePublished')]);
  const heldBecause = 'author-premoderated';
  await give([history.comment('CommentPosted', 1), history.comment('CommentPosted', 2, { heldBecause })]);
  if (type !== 'GuestIntroduced') {
    await give([
      history.person(ada, 'GuestIntroduced', { name: 'Ada' }),
      history.person(ada, 'GuestLinked', { accountId: grace }),
    ]);
  }
  if (type !== 'UserRegistered')
    await give([history.person(grace, 'UserRegistered', { username: 'Grace', roles: [] })], 1);
}

/** Of a comment that readers see. */
const change = { authorId: ada, body: 'So be it', by: 'author', wasShown: true, decidedOn: {} };

function eventOf(history: History, type: EventType): BroadsideEvent {
  if (type === 'CommentPosted') return history.comment(type, 3);
  if (type === 'CommentApproved') return history.comment(type, 2);
  if (type === 'CommentEdited' || type === 'CommentDeleted') return history.comment(type, 1, change);
  if (type === 'UserRegistered') return history.person(grace, type, { username: 'Grace', roles: ['editor'] });
  if (type === 'ThreadVisited') return history.visit(grace, '2026-01-02T03:04:05.000Z');
  if (type === 'SiteDescribed') return history.say(type, 'site', 'articles.events.v1', { name: 'The Argument' });
  if (type === 'ArticleFavorited' || type === 'ArticleUnfavorited') return history.favorite(type, grace);
  if (type === 'SectionOpened' || type === 'SectionChanged') return history.section(type);
  if (type === 'ArticleRepinned') return history.article(type, { house: { version: 1, entries: [] } });
  if (type === 'CommentsClosingSet') return history.article(type, { afterDays: 30 });
  if (type in articleEvents) return history.article(type);
  if (type in thesaurusEvents) {
    const [example] = eventSchemas[type].meta()?.['examples'] as object[];
    return history.say(type, 'thesaurus', 'articles.events.v1', example ?? {});
  }
  if (type in draftEvents)
    return history.article(type, { draft: '{}', note: 'No', publishAt: '2026-01-02T03:04:05.000Z', reason: undefined });
  if (type === 'MutesChanged') return history.person(ada, type, { mutes: '[]' });
  if (type.startsWith('AddressRange')) {
    const { rangeId } = people.addressRangeBanned;
    const range = '203.0.113.0/24';
    return history.say(type, `address-range-${rangeId}`, 'users.events.v1', { ...example(type), rangeId, range });
  }
  return history.person(ada, type, {
    ...{ ...example(type), personId: ada },
    ...(type === 'ProfileChanged' && { username: 'Ada L' }),
  });
}

const versionsOf = async () =>
  Object.entries(await readAnswers(database.pool)).map(([answer, { version }]) => [answer as Answer, version] as const);

describe('the versions of answers', () => {
  test.each(Object.keys(eventSchemas) as EventType[])('%s changes those of the table and no other', async (type) => {
    const history = new History(key);
    await introduceAll(history, type);
    const before = new Map(await versionsOf());
    await give([eventOf(history, type)], type === 'UserRegistered' ? 1 : 0);
    const after = await versionsOf();
    expect(after.filter(([answer, version]) => version !== before.get(answer)).map(([answer]) => answer)).toEqual(
      answers.filter((answer) => changed[type].includes(answer)),
    );
  });

  test('never belong to two answers, in whatever order and batches the topics are read, nor after a rebuild', async () => {
    const known = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        await reset();
        const next = Object.fromEntries(laneNames.map((lane) => [lane, 0])) as Record<Lane, number>;
        const given = { ...next };
        for (const [turn, { lane }] of all.entries()) {
          next[lane] += 1;
          if (all[turn + 1]?.joins === true) continue;
          await give(lanes[lane].slice(given[lane], next[lane]), partitionOf[lane]);
          given[lane] = next[lane];
          noteAnswers(known, await readAnswers(database.pool));
        }
      }),
      { numRuns: 20 },
    );
    expect(known.size).toBeGreaterThan(100);
  });

  test('never belong to two answers while all partitions are read at the same moment', async () => {
    const known = new Map<string, string>();
    for (let round = 0; round < 10; round += 1) {
      await reset();
      let isDone = false;
      const reading = (async () => {
        while (!isDone) noteAnswers(known, await readAnswers(database.pool));
        noteAnswers(known, await readAnswers(database.pool));
      })();
      await Promise.all(
        laneNames.map(async (lane) => {
          for (const event of lanes[lane]) await give([event], partitionOf[lane]);
        }),
      );
      isDone = true;
      await reading;
    }
    expect(known.size).toBeGreaterThan(100);
  });

  test('change when the erasures missing in a restored database are applied', async () => {
    const history = new History(key);
    await introduceAll(history, 'PersonErased');
    const before = await versionsOf();
    await scrubRestored(database.pool, [ada]);
    const after = new Map(await versionsOf());
    for (const [answer, version] of before) expect(after.get(answer)).not.toBe(version);
  });
});

/** The events of each partition, in its order. */
const lanes = lanesOf(new History(key));
type Lane = keyof typeof lanes;
const laneNames = Object.keys(lanes) as Lane[];
const partitionOf: Record<Lane, number> = { articles: 0, comments: 0, guests: 0, accounts: 1 };

function lanesOf(history: History) {
  const heldBecause = 'author-premoderated';
  return {
    articles: [
      history.article('ArticlePublished'),
      history.article('CommentsClosed'),
      history.article('CommentsReopened'),
      history.favorite('ArticleFavorited', grace),
      history.article('ArticleRevised', { title: 'Harbour bridge stuck', remark: 'Again.' }),
      history.favorite('ArticleUnfavorited', grace),
    ],
    comments: [
      history.comment('CommentPosted', 1),
      history.comment('CommentPosted', 2, { heldBecause }),
      history.comment('CommentPosted', 3),
      history.comment('CommentApproved', 2),
      history.comment('CommentEdited', 1, change),
      history.comment('CommentEdited', 2, { ...change, heldBecause }),
      history.comment('CommentDeleted', 3, change),
    ],
    guests: [
      history.person(ada, 'GuestIntroduced', { name: 'Ada L' }),
      history.person(ada, 'ProfileChanged', { username: 'Ada M' }),
      history.person(ada, 'NickPicked', { nick: 'Bramblor 417' }),
      history.person(ada, 'GuestLinked', { accountId: grace }),
      history.person(ada, 'PersonErased'),
    ],
    accounts: [
      history.person(grace, 'UserRegistered', { username: 'Grace', roles: ['moderator'] }),
      history.person(grace, 'NickPicked', { nick: 'Bramblor 418' }),
      history.person(grace, 'RoleGranted', { ...people.roleGranted, personId: grace, role: 'admin' }),
    ],
  };
}

/**
 * Each turn delivers one event of one partition; a turn that joins the one before, of the same partition, is in its
 * batch.
 */
const turns = fc
  .shuffledSubarray(
    laneNames.flatMap((lane) => lanes[lane].map(() => lane)),
    { minLength: Object.values(lanes).flat().length },
  )
  .chain((order) =>
    fc
      .array(fc.boolean(), { minLength: order.length, maxLength: order.length })
      .map((joins) => order.map((lane, turn) => ({ lane, joins: joins[turn] === true && order[turn - 1] === lane }))),
  );

/** @throws if a version was seen with another answer. */
function noteAnswers(known: Map<string, string>, seen: Awaited<ReturnType<typeof readAnswers>>): void {
  for (const [kind, { version, answer }] of Object.entries(seen)) {
    // Without the article there is no answer about it.
    if (version === '') continue;
    const name = `${kind} ${version}`;
    expect([name, answer]).toEqual([name, known.get(name) ?? answer]);
    known.set(name, answer);
  }
}
