import { expect, test } from '@jest/globals';
import { Progress } from './progress.js';

/** The output for a file of a thousand portions, a millisecond apart, that the reader has read completely. */
function written(isTTY: boolean, says: (progress: Progress, at: number) => void): string {
  let [text, now] = ['', 0];
  const out = { isTTY, columns: 40, write: (more: string) => ((text += more), true) };
  const progress = new Progress(out, () => now);
  for (; now < 10_000; now += 1) says(progress, now);
  progress.end();
  return text;
}

test('the end is reported once, however often it is called', () => {
  const ended = (progress: Progress) => progress.say('reading a.gz, bytes', 512, 512);
  expect(written(false, ended)).toBe('reading a.gz, bytes: 512 of 512\n');
  expect(written(true, ended)).toBe('\rreading a.gz, bytes: 512 of 512\u001b[K\n');
});

test('without a terminal there is a line every two seconds, if the progress changed', () => {
  expect(written(false, (progress, at) => progress.say('comments', at, 10_000)).split('\n')).toHaveLength(6);
  expect(written(false, (progress) => progress.say('comments', 5, 10_000))).toBe('comments: 5 of 10,000\n');
});

test('at a terminal it is one line, no wider than that, and the next work begins another', () => {
  const lines = written(true, (progress, at) => progress.say(`reading ${'long/'.repeat(50)}`, at, 10_000)).split('\n');
  expect(lines).toHaveLength(2);
  const rewritten = lines[0]?.split('\r').slice(1) ?? [];
  expect(rewritten.length).toBeLessThanOrEqual(100);
  for (const line of rewritten) expect(line.replace('\u001b[K', '').length).toBeLessThan(40);
  const works = written(true, (progress, at) => progress.say(at < 5_000 ? 'articles' : 'comments', 1, 1));
  expect(works).toBe('\rarticles: 1 of 1\u001b[K\n\rcomments: 1 of 1\u001b[K\n');
});

test('a name cannot move the cursor', () => {
  expect(written(false, (progress) => progress.say('reading a\n\u009b2J', 1, 1))).toBe(
    'reading a\\u{a}\\u{9b}2J: 1 of 1\n',
  );
});

test('the start of other work is reported at once', () => {
  const works = (progress: Progress, at: number) => progress.say(at < 1 ? 'articles' : 'comments', at, 10_000);
  expect(written(false, works)).toMatch(/^articles: 0 of 10,000\ncomments: 1 of 10,000\n/);
});
