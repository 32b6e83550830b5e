import { describe, expect, test } from '@jest/globals';
import { parseOutboxArguments } from './arguments.js';

const parse = (...args: string[]) => parseOutboxArguments(args, {});

describe('npm run outbox', () => {
  test('status reports every service, or the named ones', () => {
    expect(parse('status').services).toEqual(['articles', 'comments', 'users']);
    expect(parse('status', 'users').services).toEqual(['users']);
  });

  test('republish takes a stream from a version on, a partition, or a time', () => {
    expect(parse('republish', 'comments', '--stream', 'comment-1', '--from', '3').which).toEqual({
      stream: 'comment-1',
      fromVersion: 3,
    });
    const partition = parse('republish', 'users', '--topic', 'users.events.v1', '--partition', '7');
    expect(partition.which).toEqual({ topic: 'users.events.v1', partition: 7 });
    expect(parse('republish', 'users', '--since', '2026-01-02').which).toEqual({ since: '2026-01-02T00:00:00.000Z' });
  });

  test('an invalid argument is named', () => {
    expect(() => parse()).toThrow('status or republish is missing');
    expect(() => parse('drain')).toThrow('"drain"');
    expect(() => parse('republish')).toThrow('SERVICE is missing');
    expect(() => parse('republish', 'gateway', '--all')).toThrow('"gateway"');
    expect(() => parse('republish', 'users')).toThrow('--all');
    expect(() => parse('republish', 'users', '--from', '2')).toThrow('--from needs --stream');
    expect(() => parse('republish', 'users', '--topic', 'people')).toThrow('"people"');
    for (const since of ['then', '0000-01-01', '+200000-01-01T00:00:00Z', '2 January 2026', '2026-02-30'])
      expect(() => parse('republish', 'users', '--since', since)).toThrow(`"${since}"`);
    expect(() => parse('status', '--bogus')).toThrow("'--bogus'");
  });
});
