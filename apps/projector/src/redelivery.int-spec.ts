import { afterAll } from '@jest/globals';
import { readDatabaseOf } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { createTables } from '#testing/create-tables.js';
import { redeliverySuite } from '#testing/redelivery.suite.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { examples, people } from './projection.examples.js';
import { readModels } from './read-models.set.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: () => Promise.resolve(new Map(people.map((person) => [person, key]))),
  destroyKey: () => Promise.resolve(),
};

const renderer = testRenderer();
afterAll(() => renderer.close());

redeliverySuite('what readers see', {
  set: readModels(keyring, renderer),
  examples: examples(key),
  createTables: ({ pool }) => createTables(pool, ...readDatabaseOf(defaultReadSet).groups),
});
