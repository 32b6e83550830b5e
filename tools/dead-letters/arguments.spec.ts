import { describe, expect, test } from '@jest/globals';
import { parseDeadLettersArguments } from './arguments.js';

const parse = (...args: string[]) => parseDeadLettersArguments(args, {});

describe('npm run dead-letters', () => {
  test('replay takes streams and places, or all', () => {
    expect(parse('replay', 'comment-1', 'users.events.v1/3/7').letters).toEqual(['comment-1', 'users.events.v1/3/7']);
    expect(parse('replay', '--all').letters).toEqual([]);
    expect(parse('list').action).toBe('list');
  });

  test('an invalid argument is named', () => {
    expect(() => parse()).toThrow('list or replay is missing');
    expect(() => parse('bury')).toThrow('"bury"');
    expect(() => parse('replay')).toThrow('LETTER is missing');
    expect(() => parse('replay', 'comment-1', '--all')).toThrow('--all');
    expect(() => parse('list', 'comment-1')).toThrow('"comment-1"');
    expect(() => parse('list', '--bogus')).toThrow("'--bogus'");
  });
});
