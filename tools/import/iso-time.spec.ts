import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isOfArchives } from '#contracts/utc-time.js';
import { parseIsoTime } from './iso-time.js';

/** The result in a process with another time zone: a running one cannot change its zone reliably. */
function parsedIn(zone: string, texts: string[]): unknown {
  const program = `import { parseIsoTime } from ${JSON.stringify(join(import.meta.dirname, 'iso-time.ts'))};
    console.log(JSON.stringify(${JSON.stringify(texts)}.map(parseIsoTime)));`;
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' }));
}

describe('a time of JSON Lines', () => {
  const times = [
    ['2019-04-02', '2019-04-02T00:00:00.000Z'],
    ['2019-04-02T08:00', '2019-04-02T08:00:00.000Z'],
    ['2019-04-02T08:00:01', '2019-04-02T08:00:01.000Z'],
    ['2019-04-02T08:00:01.123456Z', '2019-04-02T08:00:01.123Z'],
    ['2019-04-02T08:00:01,5Z', '2019-04-02T08:00:01.500Z'],
    ['2019-04-02T08:00:00+02:00', '2019-04-02T06:00:00.000Z'],
    ['2019-04-02T08:00:00-0530', '2019-04-02T13:30:00.000Z'],
    ['2019-04-02T08:00:00+02', '2019-04-02T06:00:00.000Z'],
    ['2020-02-29T24:00:00Z', '2020-03-01T00:00:00.000Z'],
  ];

  test.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati'])('is the same in %s', (zone) => {
    const texts = times.map(([text = '']) => text);
    expect(parsedIn(zone, texts)).toEqual(times.map(([, time]) => time));
  });

  test.each([
    ...['2019-02-29', '2019-04-31T08:00:00Z', '2019-13-01', '2019-00-10', '2019-04-00', '0000-00-00T00:00:00Z'],
    ...['2019', '2019-04', '2 April 2019', '04/02/2019', 'Tue, 02 Apr 2019 08:00:00 GMT', '1554192000', 'yesterday'],
    ...['2019-04-02 08:00:00', '2019-04-02T25:00', '2019-04-02T08:60', '2019-04-02T08', '2019-04-02T08:00:00+25:00'],
    ...['2019-04-02T08:00:00 Z', ' 2019-04-02', '2019-04-02T08:00:00CET', '+002019-04-02T08:00:00Z', ''],
  ])('%j is none', (text) => {
    expect(parseIsoTime(text)).toBeUndefined();
  });

  test('an archive’s times are from 1900 to tomorrow', () => {
    expect(['1899-12-31T23:59:59.999Z', '1900-01-01T00:00:00.000Z'].map(isOfArchives)).toEqual([false, true]);
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    expect([inHours(23), inHours(25)].map(isOfArchives)).toEqual([true, false]);
  });
});
