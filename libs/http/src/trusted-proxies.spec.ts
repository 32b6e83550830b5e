import { expect, test } from '@jest/globals';
import { networkText } from '#contracts/people/network.js';
import { trustedProxiesVar } from './trusted-proxies.js';

test.each([
  ['', []],
  [undefined, []],
  ['127.0.0.1', ['127.0.0.1/32']],
  [' 10.1.2.3/8 ,2001:db8::/32,', ['10.0.0.0/8', '2001:db8::/32']],
  ['::ffff:10.0.0.0/104', ['10.0.0.0/8']],
  ['2002:a00::/24', ['2002:a00::/24']],
])('%j is %j', (list, expected) => expect(trustedProxiesVar.parse(list).map(networkText)).toEqual(expected));

test.each(['loopback', '127.1', '0177.0.0.1', '10.0.0.0/33', '10.0.0.1:80', '10.0.0.0/8; 11.0.0.0/8', '10.0.0.0/8,x'])(
  '%j is refused',
  (list) => expect(trustedProxiesVar.safeParse(list).success).toBe(false),
);

test.each(['0.0.0.0/0', '::/0', '::ffff:0:0/96'])('a list that trusts every address is refused: %s', (list) => {
  expect(trustedProxiesVar.safeParse(list).error?.issues[0]?.message).toMatch('not everybody');
});
