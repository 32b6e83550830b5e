import { expect, test } from '@jest/globals';
import { formerAddressesOf } from './former-addresses.js';

const home = 'https://a.example/notes/';
const stood = { home, permalink: `${home}2019/04/ferries/`, guid: `${home}?p=7`, number: '7', formerNames: [] };

test('a post is found by its number too, and by the names it had', () => {
  expect(formerAddressesOf(stood)).toEqual(['https://a.example/notes/?p=7', 'https://a.example/notes/archives/7']);
  expect(formerAddressesOf({ ...stood, formerNames: ['ferrys', 'boats'] })?.slice(2)).toEqual([
    'https://a.example/notes/2019/04/ferrys/',
    'https://a.example/notes/2019/04/boats/',
  ]);
});

test('what is no address, or the permalink itself, is none more', () => {
  const none = { ...stood, number: '', guid: 'urn:uuid:1' };
  expect(formerAddressesOf(none)).toBeUndefined();
  expect(formerAddressesOf({ ...none, guid: stood.permalink })).toBeUndefined();
  expect(formerAddressesOf({ ...none, guid: 'javascript:alert(1)', number: '7/../..' })).toBeUndefined();
  expect(formerAddressesOf({ ...none, guid: `${home}${'x'.repeat(2_000)}` })).toBeUndefined();
  expect(formerAddressesOf({ ...none, permalink: '', formerNames: ['ferrys'] })).toBeUndefined();
});
