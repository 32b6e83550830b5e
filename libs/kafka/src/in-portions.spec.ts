import { describe, expect, test } from '@jest/globals';
import { inPortions } from './in-portions.js';
import type { TopicMessages } from './outgoing-message.js';

const message = (value: string) => ({ key: null, value, headers: { name: 'value' } });
const large = 'x'.repeat(400_000);

const portions = (topicMessages: TopicMessages[]) =>
  [...inPortions(topicMessages)].map((portion) =>
    portion.map(({ topic, messages }) => `${topic}:${messages.map(({ value }) => value.length).join(',')}`),
  );

describe('portions', () => {
  test('small messages of several topics go into one portion', () => {
    expect(
      portions([
        { topic: 'a', messages: [message('1'), message('22')] },
        { topic: 'b', messages: [message('3')] },
      ]),
    ).toEqual([['a:1,2', 'b:1']]);
    expect(portions([])).toEqual([]);
    expect(portions([{ topic: 'a', messages: [] }])).toEqual([]);
  });

  test('a portion ends before it is too large, within a topic and between two', () => {
    const three = [message(large), message(large), message(large)];
    expect(
      portions([
        { topic: 'a', messages: three },
        { topic: 'b', messages: three },
      ]),
    ).toEqual([['a:400000,400000'], ['a:400000', 'b:400000'], ['b:400000,400000']]);
  });

  test('a message larger than a portion is sent alone', () => {
    expect(portions([{ topic: 'a', messages: [message('1'), message(large.repeat(3)), message('2')] }])).toEqual([
      ['a:1'],
      ['a:1200000'],
      ['a:1'],
    ]);
  });
});
