import { afterAll } from '@jest/globals';
import { readDatabase } from '#read-models/read-database.js';
import { createTables } from '#testing/create-tables.js';
import { redeliverySuite } from '#testing/redelivery.suite.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { examples, people } from './projection.examples.js';
import { readV1 } from './read-v1.set.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: () => Promise.resolve(new Map(people.map((person) => [person, key]))),
  destroyKey: () => Promise.resolve(),
};

const renderer = testRenderer();
afterAll(() => renderer.close());

redeliverySuite('what readers see', {
  set: readV1(keyring, renderer),
  examples: examples(key),
  createTables: ({ pool }) => createTables(pool, ...readDatabase.groups),
});
