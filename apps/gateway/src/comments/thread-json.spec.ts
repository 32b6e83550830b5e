import { expect, test } from '@jest/globals';
import { jsonOf } from '../answers/json-of.js';
import { CommentsAnswer } from './comment.answers.js';
import { presentComment } from './present-comment.js';
import type { ThreadTuple } from './thread-tuple.js';
import { threadJson, threadJsonInPortions } from './thread-json.js';

const personId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const at = String(Date.parse('2020-02-29T01:02:03.040Z'));

const later = String(Date.parse('2020-03-01T01:02:03.040Z'));

const rows: ThreadTuple[] = [
  [
    '1000001',
    null,
    personId,
    'guest',
    'Ada "A\\"\n',
    'https://a.example/"',
    '</script>\u2028 "',
    '<p>\ud83d</p>',
    'text',
    at,
    'false',
    null,
    later,
    null,
    null,
  ],
  [
    '1000002',
    '1000001',
    personId,
    'account',
    'B',
    null,
    'b',
    '<p>b</p>',
    'markdown',
    at,
    'true',
    'editor',
    later,
    later,
    null,
  ],
  [
    '1000003',
    null,
    personId,
    'guest',
    'C',
    'javascript:alert(1)',
    'c',
    '<p>c</p>',
    'html',
    at,
    'false',
    null,
    later,
    null,
    null,
  ],
  ['1000004', null, personId, 'guest', '', null, '', '', 'text', at, 'false', null, at, null, 'staff'],
];

const presented = rows.map((row) => {
  const [id, parentId, person, kind, name, website, body, bodyHtml, format, , following, role, , edited, deletedBy] =
    row;
  const editedAt = edited === null ? null : new Date('2020-03-01T01:02:03.040Z');
  return presentComment({
    following: following === 'true',
    commentId: Number(id),
    parentId: parentId === null ? null : Number(parentId),
    personId: person,
    kind,
    name,
    role,
    website,
    body,
    bodyHtml,
    format: format as 'text',
    createdAt: new Date('2020-02-29T01:02:03.040Z'),
    updatedAt: editedAt ?? new Date('2020-02-29T01:02:03.040Z'),
    editedAt,
    deletedBy,
    shownAt: deletedBy === null ? new Date('2020-03-01T01:02:03.040Z') : null,
  });
});

test('the JSON of a thread equals its schema’s serialisation of each comment, field by field', () => {
  expect(threadJson(rows)).toBe(jsonOf(CommentsAnswer)({ comments: presented }));
});

test('the JSON in portions does too, also if some comments are no longer shown when they are read', async () => {
  const inPortions = async (...portions: string[][]) => {
    const read = (ids: string[]) => Promise.resolve(rows.filter(([id]) => ids.includes(id)));
    let text = '';
    for await (const portion of threadJsonInPortions(portions, read)) text += portion;
    return text;
  };
  expect(await inPortions(['1000001', '1000002'], ['1000003', '1000004'])).toBe(threadJson(rows));
  expect(await inPortions(['1'], ['1000001', '2'], ['3'], ['1000002', '1000003'], ['1000004'])).toBe(threadJson(rows));
  expect(await inPortions(['1'])).toBe(threadJson([]));
  expect(await inPortions()).toBe(threadJson([]));
});

test('an account is told up to when it has seen the thread, whole or in portions, beside parents or alone', async () => {
  const parents = [{ id: 1, author: { username: 'Ada', kind: 'guest' as const, id: personId }, excerpt: 'So' }];
  for (const visitedUpTo of ['2020-02-29T01:02:03.040Z', null]) {
    for (const beside of [{ visitedUpTo }, { visitedUpTo, parents }]) {
      const read = () => Promise.resolve(rows);
      let portions = '';
      for await (const portion of threadJsonInPortions([['1']], read, beside)) portions += portion;
      const told = JSON.parse(threadJson(rows, beside)) as object;
      expect(told).toMatchObject(beside);
      expect(JSON.parse(portions)).toEqual(told);
    }
  }
});

test('an edited comment says when, and a deleted one says by whom, without its author', () => {
  expect(presented.map(({ editedAt, deleted }) => [editedAt, deleted])).toEqual([
    [undefined, undefined],
    ['2020-03-01T01:02:03.040Z', undefined],
    [undefined, undefined],
    [undefined, 'staff'],
  ]);
  expect(JSON.stringify(presented[3])).not.toContain(personId);
  expect(presented[3]).toMatchObject({ author: { username: '[deleted]' }, body: '', shownAt: null });
});

test('a website is given only if it is a web address', () => {
  expect(presented.map(({ author }) => author.website)).toEqual([
    'https://a.example/"',
    undefined,
    undefined,
    undefined,
  ]);
});

test('an article without comments has an empty thread', () => {
  expect(threadJson([])).toBe('{"comments":[]}');
});
