import { expect, test } from '@jest/globals';
import * as articles from './articles/article.examples.js';
import { fromCloudEvent, toCloudEvent } from './cloud-events.js';
import * as comments from './comments/comment.examples.js';
import type { RecordedEvent } from './envelope.js';
import { eventSchemas, isKnownType, parseEvent } from './events.js';
import * as people from './people/person.examples.js';

const told = Object.entries(eventSchemas).map(([type, schema]) => {
  const { description = '', examples: own = [] } = (schema.meta() ?? {}) as {
    description?: string;
    examples?: object[];
  };
  return { type, description, own };
});
const examples = [
  ...Object.entries({ ...articles, ...comments, ...people }).map(
    ([name, data]) => [name.charAt(0).toUpperCase() + name.slice(1), data] as const,
  ),
  ...told.flatMap(({ type, own }) => own.map((data) => [type, data] as const)),
];

test('every event type says what has happened', () => {
  expect(told.filter(({ description }) => !description.endsWith('.'))).toEqual([]);
});

test('every event type has an example', () => {
  expect(examples.map(([type]) => type).sort()).toEqual(Object.keys(eventSchemas).sort());
});

test.each(examples)('%s: the example fits its schema and survives the way through Kafka', (type, data) => {
  if (!isKnownType(type)) throw new Error(`${type} is not in the contract`);
  expect(eventSchemas[type].parse(data)).toEqual(data);
  const event: RecordedEvent = {
    id: '0190a3c2-9c00-7000-8000-000000000001',
    type,
    schemaVersion: 1,
    stream: 'comment-1000001',
    version: 1,
    topic: 'comments.events.v1',
    key: 'k',
    partition: 3,
    occurredAt: '2026-01-02T03:04:05.000Z',
    recordedAt: '2026-01-02T03:04:06.000Z',
    correlationId: 'c',
    data,
  };
  expect(fromCloudEvent({ topic: event.topic, ...toCloudEvent(event) })).toEqual(event);
});

test('data that breaks the contract is refused by name', () => {
  const event = { type: 'CommentsReopened', data: { articleId: 'x' } } as unknown as RecordedEvent;
  expect(() => parseEvent(event)).toThrow(/articleId/);
});
