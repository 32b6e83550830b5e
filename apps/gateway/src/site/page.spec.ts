import { expect, test } from '@jest/globals';
import { time } from './page.js';

test.each([
  ['2020-02-29T01:02:03.040Z', '2020-02-29T01:02:03.040Z', '2020-02-29 01:02'],
  ['2020-02-29T00:00:00+02:00', '2020-02-28T22:00:00.000Z', '2020-02-28 22:00'],
  ['+010000-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', '10000-01-01 00:00'],
])('the time %s is %s, shown to people as %s', (at, exact, read) => {
  expect(time(at).markup).toBe(`<time datetime="${exact}">${read}</time>`);
  expect(time(new Date(at)).markup).toBe(`<time datetime="${exact}">${read}</time>`);
});
