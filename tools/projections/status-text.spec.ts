import { expect, test } from '@jest/globals';
import { statusText } from './status-text.js';

const well = {
  set: 'read_v1',
  missing: 0,
  parkedStreams: 0,
  parkedOldestSeconds: 0,
  haltedStreams: 0,
  unsentDeadLetters: 0,
  unknownTypes: [],
  partitions: [{ topic: 'comments.events.v1', partition: 3, next: 5, begin: 0, end: 7, missing: 0 }],
  truncations: [],
};

test('a set that is only behind gets no advice', () => {
  const [, row] = statusText([well]).split('\n');
  expect(row?.split(/ {2,}/)).toEqual(['read_v1', 'comments.events.v1', '7', '2', '0']);
  expect(statusText([well])).not.toContain('npm run');
});

test('lost events and halted streams are printed with the command that repairs them', () => {
  const partitions = [{ topic: 'comments.events.v1', partition: 3, next: 7, begin: 0, end: 7, missing: 1 }];
  const text = statusText([{ ...well, missing: 1, haltedStreams: 1, partitions }]);
  expect(text).toContain('npm run outbox -- republish comments --topic comments.events.v1 --partition 3');
  expect(text).toContain('npm run dead-letters -- list');
});

test('a truncated topic is reported, and deleted records are no lag', () => {
  const partitions = [{ topic: 'comments.events.v1', partition: 3, next: 2, begin: 5, end: 7, missing: 0 }];
  const truncations = [{ topic: 'comments.events.v1', partition: 3, expected: 2, beginsAt: 5 }];
  const text = statusText([{ ...well, partitions, truncations }]);
  expect(text.split('\n')[1]?.split(/ {2,}/)).toEqual(['read_v1', 'comments.events.v1', '2', '2', '0']);
  expect(text).toContain('Partition 3 of comments.events.v1 begins late for read_v1: expected 2, begins at 5.');
  expect(text).toContain('npm run outbox -- republish comments --topic comments.events.v1 --partition 3');
});

test('unknown types are reported, with the number of streams and the time, whatever their names', () => {
  const unknownTypes = [
    { type: 'CommentSunk', streams: 1_200, since: '2026-11-24T17:00:00.000Z' },
    { type: 'a\u001b[2Jb', streams: 1, since: '2026-11-24T18:00:00.000Z' },
  ];
  const text = statusText([{ ...well, unknownTypes }]);
  expect(text).toMatch(/^read_v1 +CommentSunk +1,200 +2026-11-24T17:00:00.000Z$/m);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('deploy the consumers of the newer version');
  expect(statusText([well])).not.toContain('type not known');
});
