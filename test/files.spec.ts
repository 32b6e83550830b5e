import { describe, expect, test } from '@jest/globals';
import { code, sources } from './sources.js';

describe('files', () => {
  const lengths = sources.map((file) => ({ file, lines: (code.get(file) ?? '').split('\n').length - 1 }));

  test('are short: none over 250 lines, half of them at most 40', () => {
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other);
    expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(40);
  });

  test('have names that say what is in them', () => {
    const vague = /(^|\/)(common|shared|utils?|helpers?|base|managers?|index)(\/|\.|$)/;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
    expect(sources.filter((file) => /[A-Z_]/.test(file))).toEqual([]);
  });

  test('approving a comment takes 25 lines at most', () => {
    const slice = lengths.find(({ file }) => file.endsWith('/approve-comment.controller.ts'));
    expect(slice?.lines).toBeLessThanOrEqual(25);
  });

  test('an unfinished mark names its issue', () => {
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b(?!.*#\\d)`);
    expect(sources.filter((file) => marks.test(code.get(file) ?? ''))).toEqual([]);
  });
});
