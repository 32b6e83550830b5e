import { expect, test } from '@jest/globals';
import { DescribeSite } from './site.commands.js';

const read = (given: object) => DescribeSite.safeParse(given);

test.each([
  [{ language: 'en-us' }, { language: 'en-US' }],
  [{ language: 'iw' }, { language: 'he' }],
  [{ timeZone: 'europe/vienna' }, { timeZone: 'Europe/Vienna' }],
  [{ timeZone: 'Europe/Kyiv' }, { timeZone: 'Europe/Kyiv' }],
  [{ timeZone: 'UTC' }, { timeZone: 'UTC' }],
  [{ motto: ' ' }, { motto: '' }],
  [{ name: ' The Argument ' }, { name: 'The Argument' }],
  [
    { rules: null, imprint: 'a\r\nb' },
    { rules: null, imprint: 'a\nb' },
  ],
  [{}, {}],
])('%j is taken as %j', (given, taken) => {
  expect(read(given)).toEqual({ success: true, data: taken });
});

test.each([
  { name: '' },
  { name: 'x'.repeat(81) },
  { name: null },
  { name: 'two\nlines' },
  { motto: 'x'.repeat(201) },
  { motto: 'turned \u202e round' },
  { motto: null },
  { language: 'xx' },
  { language: 'en_US' },
  { language: '' },
  { language: `en-${'a'.repeat(40)}` },
  { timeZone: 'Mars/Olympus' },
  { timeZone: '+01:00' },
  { timeZone: '' },
  { rules: 'x'.repeat(50_001) },
  { rules: ' ' },
  { imprint: 'a\0b' },
])('%j is refused', (given) => {
  expect(read(given).error?.issues.map(({ path }) => path)).toEqual([Object.keys(given)]);
});
