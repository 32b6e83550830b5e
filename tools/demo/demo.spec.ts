import { describe, expect, test } from '@jest/globals';
import { bridge, thread } from './content/bridge.js';
import { commenters } from './content/commenters.js';
import { hourMs } from './content/moments.js';
import { sections } from './content/past-article.js';
import { pastArticles } from './load-demo.js';
import { readRemarks } from './read-remarks.js';
import { remarksOf } from './remarks-of.js';

const midnight = Date.parse('2026-03-01T00:00:00Z');

describe('the outline of a thread', () => {
  test('has a remark a line, a dot for each level, and more of its text after a bar', () => {
    expect(readRemarks('\na: one\n|\n| two\n. b: three\n.. c: four: five\n. d: six\ne: seven\n')).toEqual([
      { by: 'a', body: 'one\n\ntwo' },
      { by: 'b', body: 'three', to: 0 },
      { by: 'c', body: 'four: five', to: 1 },
      { by: 'd', body: 'six', to: 0 },
      { by: 'e', body: 'seven' },
    ]);
  });

  test.each(['| more', 'nobody says this', 'a: one\n.. b: two levels at once'])('is refused: %j', (outline) => {
    expect(() => readRemarks(outline)).toThrow('fits nowhere');
  });
});

describe('the demo', () => {
  const threads = pastArticles.map((article) => remarksOf(article, midnight)).filter(({ length }) => length > 0);
  const [long = []] = threads.toSorted((one, other) => other.length - one.length);

  test('has twelve articles, each in a section', () => {
    const filedIn = [bridge, ...pastArticles].map(({ section }) => section);
    expect(filedIn).toHaveLength(12);
    expect(new Set(filedIn)).toEqual(new Set(sections));
  });

  test('has four threads; one has 200 remarks, twelve levels of them, and no text twice', () => {
    expect([thread.length, ...threads.map(({ length }) => length)].sort((one, other) => one - other)).toEqual([
      5, 12, 18, 200,
    ]);
    const levels: number[] = [];
    for (const { to } of long) levels.push(to === undefined ? 1 : (levels[to] ?? 0) + 1);
    expect(Math.max(...levels)).toBe(12);
    expect(new Set(long.map(({ body }) => body)).size).toBe(200);
    expect(long.filter(({ body }) => body.split('\n\n').length >= 3).length).toBeGreaterThan(4);
  });

  test('has everybody say something', () => {
    const speak = new Set(threads.flat().map(({ by }) => by));
    expect(Object.keys(commenters).filter((by) => !speak.has(by))).toEqual([]);
    expect(speak).toContain('ed');
  });

  test('lies in the past at every hour of the day, newest first; a reply comes after what it answers', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const filedAt = midnight + hour * hourMs;
      const times = pastArticles.map(({ when }) => when(filedAt));
      expect(times.toSorted((one, other) => other - one)).toEqual(times);
      for (const article of pastArticles) {
        const posted = remarksOf(article, filedAt).map(({ postedAt }) => postedAt);
        for (const [number, { to }] of remarksOf(article, filedAt).entries()) {
          expect(posted[number]).toBeGreaterThan(to === undefined ? article.when(filedAt) : (posted[to] ?? NaN));
          expect(posted[number]).toBeLessThan(filedAt);
        }
      }
    }
  });
});
