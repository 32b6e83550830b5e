import { describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { EventOf } from '#contracts/events.js';
import { eventSchemas } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import { personalPartsOf } from '#contracts/personal-parts.js';
import { KeyMissing, openEvent, ownersOf, sealEvent, type Keys } from './event-codec.js';

const ada = commentPosted.author.personId;
const month = '2026-11';
const keys: Keys = new Map([
  [ada, randomBytes(32)],
  [month, randomBytes(32)],
]);
const without = (owner: string): Keys => new Map([...keys].filter(([each]) => each !== owner));

const posted: EventOf<'CommentPosted'> = {
  id: randomUUID(),
  type: 'CommentPosted',
  occurredAt: '2026-11-02T03:04:05.000Z',
  data: {
    ...commentPosted,
    author: { personId: ada, kind: 'guest', name: 'Ada', website: 'https://ada.example/' },
    body: 'I was here.',
    postedFrom: { address: '203.0.113.7', month },
  },
};
const stored = sealEvent(posted, keys);
const open = (with_: Keys) => openEvent<typeof posted>(stored, with_);

describe('an event with personal fields', () => {
  test('is stored as the contract says, and opens to its first form', () => {
    eventSchemas.CommentPosted.parse(stored.data);
    const text = JSON.stringify(stored);
    for (const said of ['Ada', 'ada.example', 'I was here', '203.0.113.7']) expect(text).not.toContain(said);
    expect(open(keys)).toEqual(posted);
    expect(ownersOf([posted, stored])).toEqual([ada, month]);
  });

  test('keeps every field that is not personal', () => {
    const { author: _, body: __, postedFrom: ___, ...facts } = posted.data;
    expect(stored.data).toMatchObject({ ...facts, author: { personId: ada, kind: 'guest' }, postedFrom: { month } });
  });

  test('loses what was sealed under a destroyed key, and nothing else', () => {
    expect(open(without(ada)).data).toEqual({
      ...posted.data,
      author: { personId: ada, kind: 'guest', name: erased, website: erased },
      body: erased,
      postedFrom: { address: erased, month },
    });
  });

  test.each([
    ['the author’s', ada],
    ['the month’s', month],
  ])('does not show the address it came from once %s key is destroyed', (_, owner) => {
    expect(open(keys).data.postedFrom?.address).toBe('203.0.113.7');
    expect(open(without(owner)).data.postedFrom?.address).toBe(erased);
  });

  test('is not stored without its key, nor with an erased field', () => {
    expect(() => sealEvent(posted, without(month))).toThrow(KeyMissing);
    expect(() => sealEvent(open(without(ada)), keys)).toThrow(/erased/);
  });

  test('does not open as another event', () => {
    expect(() => openEvent({ ...(stored as typeof posted), id: randomUUID() }, keys)).toThrow();
  });
});

/** Every field that is sealed, by the pattern of its schema. */
function sealedIn(schema: unknown, path: string[] = []): string[] {
  const { def } = schema as z.ZodType;
  const {
    innerType,
    shape,
    checks = [],
  } = def as unknown as {
    innerType?: unknown;
    shape?: Record<string, unknown>;
    checks?: { _zod: { def: { pattern?: RegExp } } }[];
  };
  if (checks.some((check) => check._zod.def.pattern?.source.startsWith('^s1'))) return [path.join('.')];
  if (innerType) return sealedIn(innerType, path);
  return Object.entries(shape ?? {}).flatMap(([name, inside]) => sealedIn(inside, [...path, name]));
}

test('the contract names the owner of each sealed field, and the event has that field', () => {
  for (const [type, schema] of Object.entries(eventSchemas)) {
    const parts = personalPartsOf(type);
    expect(parts.map(({ path }) => path.join('.'))).toEqual(sealedIn(schema));
    for (const owner of parts.flatMap(({ owners }) => owners)) {
      let inside: unknown = schema;
      for (const step of owner) {
        while (!(inside as { shape?: object }).shape) inside = (inside as { unwrap(): unknown }).unwrap();
        inside = (inside as { shape: Record<string, unknown> }).shape[step];
        expect(inside).toBeDefined();
      }
    }
  }
});
