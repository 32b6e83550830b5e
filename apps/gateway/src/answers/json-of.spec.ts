import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { jsonOf } from './json-of.js';
import { jsonSchemaOf } from './json-schema.js';

const Person = z.object({ name: z.string(), bio: z.string().nullable(), website: z.string().optional() });
const Answer = z.object({
  id: z.uuid(),
  kind: z.enum(['guest', 'account']).nullable(),
  due: z.object({ at: z.iso.datetime() }).nullable(),
  people: z.array(Person),
  held: z.literal(true).optional(),
  streams: z.record(z.string(), z.int()),
});
const answer: z.infer<typeof Answer> = {
  id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192',
  kind: null,
  due: { at: '2026-01-09T00:00:00.000Z' },
  people: [{ name: 'Ada', bio: null, website: undefined }],
  held: undefined,
  streams: { 'comment-1': 3 },
};
const write = jsonOf(Answer);

describe('an answer serialised by its schema', () => {
  test('equals JSON.stringify, also for null and missing fields', () => {
    expect(JSON.parse(write(answer))).toEqual(JSON.parse(JSON.stringify(answer)));
    const other = { ...answer, kind: 'guest' as const, due: null, people: [], held: true as const };
    expect(JSON.parse(write(other))).toEqual(JSON.parse(JSON.stringify(other)));
  });

  test('has no field that is not in the schema, at any depth', () => {
    const secret = { password: 'hunter2' };
    const row = { ...answer, ...secret, due: { at: 'x', ...secret }, people: [{ name: 'B', bio: 'b', ...secret }] };
    expect(write(row)).not.toContain('hunter2');
    expect(JSON.parse(write(row))).toMatchObject({ due: { at: 'x' }, people: [{ name: 'B', bio: 'b' }] });
  });

  test('holds any text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string(), (name, bio) => {
        const { people } = JSON.parse(write({ ...answer, people: [{ name, bio }] })) as typeof answer;
        expect(people).toEqual([{ name, bio }]);
      }),
    );
  });

  test('is refused if a field is missing', () => {
    expect(() => write({ ...answer, people: undefined } as never)).toThrow('"people" is required');
  });
});

test('a nullable type is one type and null, in the document too', () => {
  expect(jsonSchemaOf(Answer, 'output')['properties']).toMatchObject({
    kind: { type: ['string', 'null'], enum: ['guest', 'account', null] },
    due: { type: ['object', 'null'], required: ['at'] },
    people: { items: { properties: { bio: { type: ['string', 'null'] } } } },
  });
});
