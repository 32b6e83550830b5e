import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparedMs, differenceOf } from './difference.js';

const partsOf = (before: string, after: string) => differenceOf({ body: before }, { body: after })[0]?.parts ?? [];
const whole = (parts: ReturnType<typeof partsOf>, but: string) =>
  parts.flatMap(({ is, text }) => (is === but ? [] : [text])).join('');

test('says field by field what was added and removed, and nothing of what is the same', () => {
  const before = { title: 'The ferry', body: 'It waits until dusk.', tagList: ['harbour'], format: 'text' };
  const after = { ...before, body: 'It waits until dawn.', tagList: ['harbour', 'ferry'], remark: 'Again.' };
  expect(differenceOf(before, after)).toEqual([
    {
      field: 'body',
      parts: [
        { is: 'same', text: 'It waits until ' },
        { is: 'removed', text: 'dusk' },
        { is: 'added', text: 'dawn' },
        { is: 'same', text: '.' },
      ],
    },
    { field: 'remark', parts: [{ is: 'added', text: 'Again.' }] },
    { field: 'tagList', parts: [expect.objectContaining({ is: 'same' }), expect.objectContaining({ is: 'added' })] },
  ]);
  expect(differenceOf(before, before)).toEqual([]);
});

test('loses no character of either text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'é', '👍', '<') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = partsOf(before, after);
      if (before === after) return expect(parts).toEqual([]);
      expect([whole(parts, 'added'), whole(parts, 'removed')]).toEqual([before, after]);
    }),
  );
});

test('takes no longer than it may: then both texts are shown whole', () => {
  const words = (seed: number) =>
    Array.from({ length: 25_000 }, (_, at) => String.fromCharCode(97 + ((at * seed * 7_919) % 26))).join(' ');
  const [before, after] = [words(3), words(11)];
  const started = performance.now();
  const parts = partsOf(before, after);
  expect(performance.now() - started).toBeLessThan(comparedMs * 10);
  expect([whole(parts, 'added'), whole(parts, 'removed')]).toEqual([before, after]);
});
