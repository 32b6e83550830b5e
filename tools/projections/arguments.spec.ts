import { describe, expect, test } from '@jest/globals';
import { parseProjectionsArguments } from './arguments.js';

const parse = (...args: string[]) => parseProjectionsArguments(args, {});

describe('npm run projections', () => {
  test('each thing it does is one word', () => {
    for (const action of ['status', 'dump', 'digest', 'rebuild'] as const) expect(parse(action).action).toBe(action);
    expect(parse('--help').help).toBe(true);
  });

  test('what does not fit is named', () => {
    expect(() => parse()).toThrow('status, dump, digest, rebuild');
    expect(() => parse('drop')).toThrow('"drop"');
    expect(() => parse('rebuild', 'all')).toThrow('"all"');
    expect(() => parse('rebuild', '--stall', 'x')).toThrow('--stall');
    expect(() => parse('dump', '--json')).toThrow('--json');
    expect(() => parse('status', '--bogus')).toThrow("'--bogus'");
  });
});
