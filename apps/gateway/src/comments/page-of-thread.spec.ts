import { expect, test } from '@jest/globals';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { isPlain, linkBeside, PageOfThread } from './page-of-thread.js';

const errorsOf = (query: object) => {
  try {
    parseBody(PageOfThread, query);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.errors : error;
  }
};

test('a page stands beside one comment at most', () => {
  expect(errorsOf({ after: '1', around: '1' })).toEqual({ around: ['cannot be given with after'] });
  expect(errorsOf({ before: '1', after: '1' })).toEqual({ before: ['cannot be given with after'] });
  expect(errorsOf({ before: '1' })).toBeUndefined();
});

test.each([
  [{ order: 'best' }, { order: ['must be one of oldest, newest, tree, newest-tree'] }],
  [{ order: ['tree', 'tree'] }, { order: ['must be one of oldest, newest, tree, newest-tree'] }],
  [{ around: 'x' }, { around: ['must be the id of a comment'] }],
  [{ before: ['1', '1'] }, { before: ['is given twice'] }],
  [{ parents: 'yes' }, { parents: ['must be true or false'] }],
])('%j is refused', (query, errors) => {
  expect(errorsOf(query)).toEqual(errors);
});

test('links keep the other parameters', () => {
  const asked = parseBody(PageOfThread, { order: 'tree', limit: '5', parents: 'true', around: '7' });
  expect(linkBeside('a b', asked, { after: '9', before: '4' })).toBe(
    '</api/articles/a%20b/comments?after=9&limit=5&order=tree&parents=true>; rel="next", ' +
      '</api/articles/a%20b/comments?before=4&limit=5&order=tree&parents=true>; rel="prev"',
  );
  expect(linkBeside('a', {}, {})).toBeUndefined();
});

test('only the order of time from a comment on is plain', () => {
  const plain = [{}, { order: 'oldest' }, { after: '1', limit: '5' }, { parents: 'false' }];
  const others = [{ order: 'tree' }, { order: 'newest' }, { before: '1' }, { around: '1' }, { parents: 'true' }];
  expect(plain.map((query) => isPlain(parseBody(PageOfThread, query)))).toEqual(plain.map(() => true));
  expect(others.map((query) => isPlain(parseBody(PageOfThread, query)))).toEqual(others.map(() => false));
});
