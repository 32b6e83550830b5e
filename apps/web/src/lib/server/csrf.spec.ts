import { expect, test } from '@jest/globals';
import { isOwn } from './csrf.js';

const request = (method: string, headers: Record<string, string>) =>
  new Request('http://news.example/', { method, headers });
const ours = 'http://news.example';

test.each([
  ['GET', {}],
  ['HEAD', { 'sec-fetch-site': 'cross-site' }],
  ['POST', { 'sec-fetch-site': 'same-origin' }],
  ['POST', { 'sec-fetch-site': 'same-origin', origin: ours }],
  ['POST', { origin: ours }],
  // A page that sends no Referer.
  ['POST', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  // A proxy speaks https for us and does not say so.
  ['POST', { origin: 'https://news.example' }],
])('%s with %j is our own', (method, headers) => {
  expect(isOwn(request(method, headers), 'news.example')).toBe(true);
});

test.each([
  ['POST', {}],
  ['POST', { origin: 'null' }],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ['POST', { origin: 'http://evil.example' }],
  ['POST', { origin: 'http://news.example.evil.example' }],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: ours }],
  ['POST', { 'sec-fetch-site': 'same-site' }],
  ['POST', { 'sec-fetch-site': 'none' }],
  ['DELETE', { origin: 'http://evil.example' }],
])('%s with %j is not', (method, headers) => {
  expect(isOwn(request(method, headers), 'news.example')).toBe(false);
});
