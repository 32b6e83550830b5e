import { expect, test } from '@jest/globals';
import { parseAddress, type Address } from '#contracts/people/network.js';
import { addressGroup } from './address-group.js';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2002:c000:207::1', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the visitor at %s is %s', (address, group) => expect(addressGroup(parseAddress(address) as Address)).toBe(group));
