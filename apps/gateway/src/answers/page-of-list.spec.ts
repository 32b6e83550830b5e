import { describe, expect, test } from '@jest/globals';
import { PageOfList } from './page-of-list.js';

describe('the page of a list', () => {
  test('has the first twenty entries by default', () => {
    expect(PageOfList.parse({})).toEqual({ limit: 20, offset: 0 });
    expect(PageOfList.parse({ limit: '5', offset: '10', tag: 'x' })).toEqual({ limit: 5, offset: 10 });
  });

  test.each([{ limit: '0' }, { limit: '101' }, { limit: '-1' }, { limit: '1.5' }, { limit: 'x' }, { limit: '' }])(
    'is refused with %j',
    (query) => expect(PageOfList.safeParse(query).error?.issues[0]?.path).toEqual(['limit']),
  );

  test.each([{ offset: '-1' }, { offset: '9999999999' }, { offset: ['1', '2'] }])('is refused with %j', (query) =>
    expect(PageOfList.safeParse(query).error?.issues[0]?.path).toEqual(['offset']),
  );
});
