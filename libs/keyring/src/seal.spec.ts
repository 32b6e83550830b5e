import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { erased } from '#contracts/personal.js';
import type { Sealed } from '#contracts/sealed.js';
import { open } from './open.js';
import { openSealed } from './sealed-in.js';
import { seal } from './seal.js';

const eventId = fc.uuid();

describe('a seal', () => {
  test('opens to the value that was sealed', () => {
    const key = randomBytes(32);
    fc.assert(
      fc.property(eventId, fc.string({ unit: 'binary' }), (id, text) => {
        expect(open(key, id, 'body', seal(key, id, 'body', text))).toBe(Buffer.from(text).toString());
      }),
    );
  });

  test('does not open with another key, event or field', () => {
    const key = randomBytes(32);
    fc.assert(
      fc.property(eventId, eventId, (id, other) => {
        fc.pre(id !== other);
        const sealed = seal(key, id, 'name', 'Ada');
        expect(() => open(randomBytes(32), id, 'name', sealed)).toThrow();
        expect(() => open(key, other, 'name', sealed)).toThrow();
        expect(() => open(key, id, 'email', sealed)).toThrow();
      }),
    );
  });

  test('is erased once the key is gone', () => {
    const eventId = '0190a3c2-9c00-7000-8000-000000000001';
    expect(openSealed(undefined, 'name', { eventId, value: 's1.AAAA' as Sealed })).toBe(erased);
  });
});
