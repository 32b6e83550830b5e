import { describe, expect, test } from '@jest/globals';
import { parsePrintTopicArguments } from './arguments.js';

const parse = (...args: string[]) => parsePrintTopicArguments(args, {});

describe('npm run topic', () => {
  test('a topic is enough', () => {
    expect(parse('comments.events.v1')).toMatchObject({
      topic: 'comments.events.v1',
      partition: undefined,
      limit: undefined,
      json: false,
      dataFolder: '.data',
      brokers: undefined,
    });
  });

  test('flags come before the environment, the environment before the defaults', () => {
    const env = { BROADSIDE_DATA: '/data', KAFKA_BROKERS: 'a:1,b:2' };
    expect(parsePrintTopicArguments(['t'], env)).toMatchObject({ dataFolder: '/data', brokers: ['a:1', 'b:2'] });
    expect(parsePrintTopicArguments(['t', '--data', 'd', '--brokers', 'c:3'], env)).toMatchObject({
      dataFolder: 'd',
      brokers: ['c:3'],
    });
  });

  test('an invalid argument is named', () => {
    expect(() => parse()).toThrow('TOPIC is missing');
    expect(() => parse('one', 'two')).toThrow('"two"');
    expect(() => parse('t', '--bogus')).toThrow("'--bogus'");
    expect(() => parse('t', '--limit', 'many')).toThrow('--limit must be a whole number of at least 1, not "many"');
    expect(() => parse('t', '--partition=-1')).toThrow('--partition');
  });

  test('help needs no topic', () => {
    expect(parse('--help').help).toBe(true);
  });
});
