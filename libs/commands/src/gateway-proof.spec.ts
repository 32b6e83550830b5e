import { expect, test } from '@jest/globals';
import { proofLastsMs, prove, whyNotProven } from './gateway-proof.js';

const key = Buffer.alloc(32, 1);
const now = Date.parse('2026-01-02T03:04:05.000Z');
const login = { path: '/commands/login', address: '203.0.113.7' };
const proof = prove(key, login, now);

test('a proof is valid for its command, its address and its time', () => {
  expect(whyNotProven([key], proof, login, now)).toBeUndefined();
  expect(whyNotProven([key], proof, login, now + proofLastsMs)).toBeUndefined();
  expect(whyNotProven([key], proof, login, now - proofLastsMs)).toBeUndefined();
  expect(whyNotProven([Buffer.alloc(32, 2), key], proof, login, now)).toBeUndefined();
  const nowhere = { ...login, address: undefined };
  expect(whyNotProven([key], prove(key, nowhere, now), nowhere, now)).toBeUndefined();
});

test.each([
  ['another command', { ...login, path: '/commands/register' }, now, key],
  ['another address', { ...login, address: '203.0.113.8' }, now, key],
  ['no address', { ...login, address: undefined }, now, key],
  ['another key', login, now, Buffer.alloc(32, 2)],
  ['later', login, now + proofLastsMs + 1, key],
  ['earlier', login, now - proofLastsMs - 1, key],
])('a proof is not valid for %s', (_, command, at, withKey) => {
  expect(whyNotProven([withKey], proof, command, at)).toMatch(/^its proof (is from|was made with)/);
});

test('its time cannot be changed', () => {
  const [time, hash] = proof.split('.');
  expect(whyNotProven([key], `${Number(time) + 1}.${hash}`, login, now)).toMatch(/another key/);
});

test.each([undefined, '', '1.2', 'x', `${proof}=`, [proof, proof], `1${'0'.repeat(15)}.${proof.split('.')[1]}`])(
  '%j proves nothing',
  (none) => {
    expect(whyNotProven([key], none, login, now)).toBeDefined();
  },
);
