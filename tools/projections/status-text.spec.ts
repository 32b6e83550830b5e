import { expect, test } from '@jest/globals';
import { statusText } from './status-text.js';

const well = {
  set: 'read_v1',
  missing: 0,
  parkedStreams: 0,
  parkedOldestSeconds: 0,
  haltedStreams: 0,
  unsentDeadLetters: 0,
  partitions: [{ topic: 'comments.events.v1', partition: 3, next: 5, end: 7, missing: 0 }],
};

test('a set that is only behind gets no advice', () => {
  const [, row] = statusText([well]).split('\n');
  expect(row?.split(/ {2,}/)).toEqual(['read_v1', 'comments.events.v1', '7', '2', '0']);
  expect(statusText([well])).not.toContain('npm run');
});

test('lost events and halted streams come with the command that mends them', () => {
  const partitions = [{ topic: 'comments.events.v1', partition: 3, next: 7, end: 7, missing: 1 }];
  const text = statusText([{ ...well, missing: 1, haltedStreams: 1, partitions }]);
  expect(text).toContain('npm run outbox -- republish comments --topic comments.events.v1 --partition 3');
  expect(text).toContain('npm run dead-letters -- list');
});
