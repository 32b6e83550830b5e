import { expect, test } from '@jest/globals';
import { describeFor } from './describe-for.js';

const responses = () => ({ 200: {}, default: {} });
const id = () => [{ in: 'path', name: 'id', schema: { type: 'string' } }];
const document = {
  paths: {
    '/api/people/{id}': { get: { parameters: id(), responses: responses() } },
    '/api/user/sessions': { get: { responses: responses() }, delete: { responses: responses() } },
  },
};

test('the fuzzer knows no status that is not named, asks for what there is, and ends its token last', () => {
  const { before, ending } = describeFor(document, { 'people id': 'x' });
  expect(before.paths['/api/people/{id}']?.['get']).toEqual({
    parameters: [{ in: 'path', name: 'id', schema: { anyOf: [{ enum: ['x'] }, { type: 'string' }] } }],
    responses: { 200: {} },
  });
  expect(Object.keys(before.paths['/api/user/sessions'] ?? {})).toEqual(['get']);
  expect(ending.paths).toEqual({
    '/api/people/{id}': {},
    '/api/user/sessions': { delete: { responses: { 200: {} } } },
  });
});
