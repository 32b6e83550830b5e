import { expect, test } from '@jest/globals';
import type { ClientBase } from 'pg';
import type { BroadsideEvent } from '#contracts/events.js';
import { versionsOf } from '#testing/tally/tally-events.js';
import { foldingAllBut } from '#testing/tally/tally-set.js';
import type { Projection, ProjectionSet } from './projection.js';
import { RowCache } from './row-cache.js';

const noClient = {} as ClientBase;

test('an event that one table refuses changes no table', async () => {
  const saved: Record<string, unknown[]> = {};
  const counting = (name: string, refuses: boolean): Projection<number, unknown, BroadsideEvent> => ({
    name,
    rowIds: ({ stream }) => [stream],
    evolve: (count = 0, { version }) => {
      if (refuses && version === 2) throw new Error('refused');
      return count + 1;
    },
    save: (_client, rows) => {
      saved[name] = rows;
      return Promise.resolve();
    },
  });
  const projections = [counting('first', false), counting('second', true)];
  const loadContext = () => Promise.resolve({ context: undefined, opened: (event: BroadsideEvent) => event });
  const set: ProjectionSet = {
    ...{ schema: 'a', group: 'a', projections, loadContext },
    ...{ handling: foldingAllBut([]), unknownTypes: 'park' },
  };
  const cache = await RowCache.load(noClient, set, []);
  const [one, two] = versionsOf('one', 1, 2) as [BroadsideEvent, BroadsideEvent];
  cache.apply(one);
  expect(() => cache.apply(two)).toThrow('refused');
  await cache.save(noClient);
  expect(saved).toEqual({ first: [1], second: [1] });
});
