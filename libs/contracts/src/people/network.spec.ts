import { describe, expect, test } from '@jest/globals';
import { addressText, holds, networkText, parseAddress, parseNetwork, type Address, type Network } from './network.js';

const written = (text: string) => {
  const network = parseNetwork(text);
  return network && networkText(network);
};

describe('an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::', '::'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('%s is written %s', (text, expected) => {
    const address = parseAddress(text);
    expect(address && addressText(address)).toBe(expected);
  });

  test.each(['', 'unknown', '203.0.113', '203.0.113.256', '1.2.3.4:80', '[::1]', '203.0.113.7/24', ':::'])(
    '%j is none',
    (text) => expect(parseAddress(text)).toBeUndefined(),
  );
});

describe('a network', () => {
  test.each([
    ['203.0.113.99/24', '203.0.113.0/24'],
    [' 203.0.113.99 ', '203.0.113.99/32'],
    ['10.255.0.1/9', '10.128.0.0/9'],
    ['2001:db8:1:2:3:4:5:6/33', '2001:db8::/33'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::ffff:203.0.113.99/120', '203.0.113.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('%s is %s', (text, expected) => expect(written(text)).toBe(expected));

  test.each(['', '203.0.113.0/33', '203.0.113.0/', '203.0.113.0/-1', '203.0.113.0/24/8', '::/129', '::ffff:1.2.3.4/8'])(
    '%j is none',
    (text) => expect(written(text)).toBeUndefined(),
  );

  test.each([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.0/24', '::ffff:203.0.113.1', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '203.0.113.1', false],
  ])('%s and %s: %s', (network, address, expected) => {
    expect(holds(parseNetwork(network) as Network, parseAddress(address) as Address)).toBe(expected);
  });
});
