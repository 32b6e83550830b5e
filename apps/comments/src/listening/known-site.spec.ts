import { expect, test } from '@jest/globals';
import type { EventOf } from '#contracts/events.js';
import { recorded } from '#testing/recorded.js';
import { knownSite } from './known-site.projection.js';

const actor = { kind: 'system', rule: 'test' } as const;
const described = (data: Partial<EventOf<'SiteDescribed'>['data']>) =>
  recorded({
    ...{ type: 'SiteDescribed', stream: 'site', topic: 'articles.events.v1', key: 'site' },
    data: () => ({ ...data, actor }),
  });

test('the site says for how long comments can be edited, and by saying something else it changes nothing', () => {
  const said = described({ editMinutes: 0 });
  expect(knownSite.rowIds(said)).toEqual(['site']);
  const row = knownSite.evolve(undefined, said, 'site', undefined);
  expect(row).toMatchObject({ id: 'site', editMinutes: 0 });
  expect(knownSite.evolve(row, described({ name: 'The Argument' }), 'site', undefined)).toEqual(row);
});
