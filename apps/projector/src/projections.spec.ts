import { expect, test } from '@jest/globals';
import { foldedTables, orderedTables } from '#read-models/canonical-dump.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import type { Body } from '#rendering/body.js';
import { renderBody } from '#rendering/render-body.js';
import { openEvents, showBodies } from './batch-context.js';
import { handlingSuite } from '#testing/handling.suite.js';
import type { PersonKeys } from './person-keys.js';
import type { OpenedEvent } from '#contracts/events.js';
import { examples, people } from './projection.examples.js';
import { ReadModelsController } from './read-models.controller.js';
import { readModels } from './read-models.set.js';

const renderer = {
  render: (bodies: Body[]) =>
    Promise.resolve(bodies.map(({ body, format, isComment }) => ({ html: renderBody(body, format, isComment) }))),
};
const set = readModels(new InMemoryKeyring(), renderer);
const { projections } = set;
const key = Buffer.alloc(32, 7);
const keys: PersonKeys = new Map(people.map((person) => [person, key]));

test.each(projections)(
  '$name has an example in projection.examples.ts, and makes a row of it',
  async ({ name, rowIds, evolve }) => {
    const events = examples(key)[name] ?? [];
    const opened = openEvents(events, keys) as Map<string, OpenedEvent>;
    const bodies = await showBodies(renderer, [...opened.values()]);
    const context = { bodies, isGone: () => false };
    const rows = new Map<string, unknown>();
    for (const event of events) {
      for (const id of rowIds(event)) {
        const before = rows.get(id);
        const remembered = structuredClone(before);
        const row: unknown = evolve(before, opened.get(event.id), id, context);
        expect(before).toEqual(remembered);
        if (row !== undefined) rows.set(id, row);
      }
    }
    expect([...rows.values()]).not.toEqual([]);
  },
);

test('every example belongs to a projection, and every projection has one', () => {
  expect(Object.keys(examples(key)).sort()).toEqual(projections.map(({ name }) => name).sort());
});

test('every projection is in the canonical dump, except those that depend on the order of delivery', () => {
  const tables = projections.map(({ name, isShared = false }) => ({ table: name.replaceAll('-', '_'), isShared }));
  // It is stored under the heads of articles, and does not depend on their order.
  const isOrdered = ({ table, isShared }: (typeof tables)[number]) => isShared && table !== 'search_document';
  const of = (ordered: boolean) => tables.filter((each) => isOrdered(each) === ordered).map(({ table }) => table);
  const dumped = Object.keys(foldedTables).filter((table) => table !== 'stream_progress');
  expect(dumped.sort()).toEqual(of(false).sort());
  expect(orderedTables).toEqual(expect.arrayContaining(of(true)));
});

handlingSuite(set, ReadModelsController);
