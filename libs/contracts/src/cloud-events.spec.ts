import { expect, test } from '@jest/globals';
import { commentPosted } from './comments/comment.examples.js';
import { fromCloudEvent, MalformedMessage, toCloudEvent } from './cloud-events.js';

const message = {
  topic: 'comments.events.v1',
  ...toCloudEvent({
    ...{ id: '0190a3c2-9c00-7000-8000-000000000001', type: 'CommentPosted', schemaVersion: 1 },
    ...{ stream: 'comment-1', version: 1, topic: 'comments.events.v1', key: 'k', partition: 3, correlationId: 'c' },
    ...{ occurredAt: '2026-01-02T03:04:05.000Z', recordedAt: '2026-01-02T03:04:06.000Z', data: commentPosted },
  }),
};
const read = (headers: Record<string, string>, value = message.value) =>
  fromCloudEvent({ ...message, value, headers: { ...message.headers, ...headers } });

test.each([
  ['without a stream', { ce_subject: '' }],
  ['of a stream whose name no key column takes', { ce_subject: 'x'.repeat(501) }],
  ['with what no text column takes', { ce_id: 'a\u0000b' }],
  ['of no version', { ce_sequence: 'one' }],
  ['of half a version', { ce_sequence: '1.5' }],
  ['before the first version', { ce_sequence: '0' }],
  ['of a version that no integer column takes', { ce_sequence: '2147483648' }],
])('a message %s is no event', (_, headers) => expect(() => read(headers)).toThrow(MalformedMessage));

test('nor is one that is not JSON', () => {
  expect(() => read({}, '{"half":')).toThrow(MalformedMessage);
  expect(read({}).version).toBe(1);
});
