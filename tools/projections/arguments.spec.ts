import { describe, expect, test } from '@jest/globals';
import { parseProjectionsArguments } from './arguments.js';

const parse = (...args: string[]) => parseProjectionsArguments(args, {});

describe('npm run projections', () => {
  test('each command is one word', () => {
    for (const action of ['status', 'dump', 'digest', 'rebuild'] as const) expect(parse(action).action).toBe(action);
    expect(parse('--help').help).toBe(true);
  });

  test('a rebuild is of the read models, or of a service’s replicated data', () => {
    expect(parse('rebuild').set).toMatchObject({ name: 'read_v1', database: 'read' });
    expect(parse('rebuild', '--set', 'comments.listening').set).toMatchObject({
      ...{ schema: 'listening', database: 'comments' },
      tables: expect.arrayContaining(['known_article', 'known_person', 'ended_session']),
    });
    expect(parse('rebuild', '--set', 'articles.listening').set).toMatchObject({
      ...{ schema: 'listening', database: 'articles' },
      tables: expect.arrayContaining(['known_person', 'ended_session']),
    });
  });

  test('the read models are the set that the environment names', () => {
    const { readSet, set } = parseProjectionsArguments(['rebuild'], { READ_SET: 'read_v2' });
    expect([readSet, set]).toEqual(['read_v2', expect.objectContaining({ name: 'read_v2', schema: 'read_v2' })]);
    for (const name of ['public', 'read_v2; DROP SCHEMA read_v1', 'READ_V2']) {
      expect(() => parseProjectionsArguments(['rebuild'], { READ_SET: name })).toThrow(
        'READ_SET must begin with read_',
      );
    }
  });

  test('an invalid argument is named', () => {
    expect(() => parse('rebuild', '--set', 'listening')).toThrow('"listening" is none of read_v1, comments.listening');
    expect(() => parse('digest', '--set', 'read_v1')).toThrow('--set');
    expect(() => parse()).toThrow('status, dump, digest, rebuild');
    expect(() => parse('drop')).toThrow('"drop"');
    expect(() => parse('rebuild', 'all')).toThrow('"all"');
    expect(() => parse('rebuild', '--stall', 'x')).toThrow('--stall');
    expect(() => parse('dump', '--json')).toThrow('--json');
    expect(() => parse('status', '--bogus')).toThrow("'--bogus'");
  });
});
