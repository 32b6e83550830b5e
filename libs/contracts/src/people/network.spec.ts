import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addressText,
  holds,
  literalAddress,
  literalNetwork,
  networkText,
  parseAddress,
  parseNetwork,
  type Address,
  type Network,
} from './network.js';

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
    ['::203.0.113.7', '::cb00:7107'],
    // As proxies write it.
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:DB8::1]', '2001:db8::1'],
    ['"[2001:db8::1]"', '2001:db8::1'],
    ['"203.0.113.7:51234"', '203.0.113.7'],
    [' " [fe80::1%25eth0]:443 "\t', 'fe80::1'],
    ['[fe80::1%en_0]:443', 'fe80::1'],
    ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
    // Inside IPv6: translated, NAT64, a NAT64 of somebody's own, 6to4, Teredo.
    ['::ffff:0:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['64:ff9b::cb00:7107', '203.0.113.7'],
    ['64:ff9b:1:2:3:4:cb00:7107', '203.0.113.7'],
    ['64:ff9b:2::cb00:7107', '64:ff9b:2::cb00:7107'],
    ['2002:cb00:7107::1', '203.0.113.7'],
    ['[2002:CB00:7107:9:8:7:6:5]:443', '203.0.113.7'],
    ['2001:0:4136:e378:8000:63bf:34ff:8ef8', '203.0.113.7'],
    ['2001:1::34ff:8ef8', '2001:1::34ff:8ef8'],
  ])('%s is written %s', (text, expected) => {
    const address = parseAddress(text);
    expect(address && addressText(address)).toBe(expected);
  });

  test.each([
    ...['', ' ', 'unknown', '_hidden', '203.0.113', '203.0.113.256', '203.0.113.7/24', ':::', '1.2.3.4, 5.6.7.8'],
    // What a lenient parser takes for 127.0.0.1 or 0.0.0.1.
    ...['0177.0.0.1', '0x7f.0.0.1', '127.1', '1', '2130706433', '127.0.0.01', '::ffff:0177.0.0.1'],
    ...['[1.2.3.4', '1.2.3.4]', '"1.2.3.4', '[]', '""', '[::1]:', '1.2.3.4:http', '1.2.3.4:123456', '[::1]x'],
  ])('%j is none', (text) => expect(parseAddress(text)).toBeUndefined());

  test('one that is too long is none', () => expect(parseAddress(`fe80::1%${'x'.repeat(10_000)}`)).toBeUndefined());

  test('what is written is read again, and is what Postgres and browsers write', () => {
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const text = groups.map((each) => each.toString(16)).join(':');
        const address = literalAddress(text) as Address;
        const isMapped = address.kind() === 'ipv4';
        const expected = isMapped ? addressText(address) : new URL(`http://[${text}]`).hostname.slice(1, -1);
        expect(addressText(address)).toBe(expected);
        expect(addressText(literalAddress(expected) as Address)).toBe(expected);
      }),
    );
  });
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
    // Those of IPv4 inside IPv6 are those of IPv4: what comes from them counts as such.
    ['64:ff9b::203.0.113.99/120', '203.0.113.0/24'],
    ['64:ff9b:1::203.0.113.99/120', '203.0.113.0/24'],
    ['64:ff9b::/96', '0.0.0.0/0'],
    ['2002:cb00:7163::/40', '203.0.113.0/24'],
    ['2002:cb00:7163:1::/64', '203.0.113.99/32'],
    ['2002:cb00:7163::1', '203.0.113.99/32'],
    ['2002::/16', '0.0.0.0/0'],
    ['2001:0:4136:e378:8000:63bf:34ff:8ef8/120', '203.0.113.0/24'],
    // Wider than Teredo or 6to4.
    ['2001::/16', '2001::/16'],
    ['2002::/15', '2002::/15'],
  ])('%s is %s', (text, expected) => expect(written(text)).toBe(expected));

  test.each([
    ...['', '203.0.113.0/33', '203.0.113.0/', '203.0.113.0/-1', '203.0.113.0/24/8', '::/129', '0177.0.0.1/8', '10/8'],
    ...['203.0.113.0:80/24', '[2001:db8::]/32', '"203.0.113.0/24"', 'fe80::%eth0/64'],
    // No network of IPv4, and no address counts as inside of it.
    ...[
      '::ffff:1.2.3.4/8',
      '::ffff:203.0.113.0/24',
      '64:ff9b::203.0.113.0/24',
      '64:ff9b:1::/64',
      '2001:0:4136:e378::/64',
    ],
  ])('%j is none', (text) => expect(written(text)).toBeUndefined());

  test.each([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.0/24', '::ffff:203.0.113.1', true],
    ['203.0.113.0/24', '64:ff9b::203.0.113.1', true],
    ['203.0.113.0/24', '2002:cb00:7101::1', true],
    ['2002:cb00:7100::/40', '203.0.113.1', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '203.0.113.1', false],
  ])('%s and %s: %s', (network, address, expected) => {
    expect(holds(parseNetwork(network) as Network, parseAddress(address) as Address)).toBe(expected);
  });
});

describe('as it stands', () => {
  test.each([
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '64:ff9b::cb00:7107'],
    ['2002:a00:1::1', '2002:a00:1::1'],
  ])('the address %s is %s', (text, expected) => {
    expect(addressText(literalAddress(text) as Address)).toBe(expected);
  });

  test.each([
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['2002:a00::/24', '2002:a00::/24'],
    ['64:ff9b::/96', '64:ff9b::/96'],
  ])('the network %s is %s', (text, expected) => {
    expect(networkText(literalNetwork(text) as Network)).toBe(expected);
  });
});
