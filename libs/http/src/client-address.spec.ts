import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { addressText, literalNetwork, type Network } from '#contracts/people/network.js';
import { maxProxies, tellClientAddress } from './client-address.js';

const proxies = ['127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48'].map(literalNetwork) as Network[];
let server: FastifyInstance;
beforeAll(() => {
  server = fastify();
  tellClientAddress(server, proxies);
  server.get('/', ({ clientAddress }) => addressText(clientAddress));
});
afterAll(() => server.close());

const from = async (remoteAddress: string, said?: string) => {
  const headers = said === undefined ? {} : { 'x-forwarded-for': said };
  return (await server.inject({ url: '/', remoteAddress, headers })).body;
};

test.each([
  ['what the nearest proxy says', '203.0.113.7', '203.0.113.7'],
  ['nothing that was there before', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  [
    'what a trusted one further away says',
    '198.51.100.1, 203.0.113.7, 10.1.1.1, [2001:db8:ffff::1]:443',
    '203.0.113.7',
  ],
  ['a trusted one in another form', '203.0.113.7,::ffff:10.0.0.1', '203.0.113.7'],
  ['the first, where all are trusted', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
  ['the IPv4 address inside', '[2002:cb00:7107::1]:443', '203.0.113.7'],
])('behind proxies that are trusted counts %s', async (_, said, address) => {
  expect(await from('127.0.0.1', said)).toBe(address);
  expect(await from('::ffff:127.0.0.1', said)).toBe(address);
});

test.each(['2002:a00:1::1', '64:ff9b::10.0.0.1', '2001:0:4136:e378:8000:63bf:f5ff:fffe'])(
  'a client at %s is not the proxy whose address is embedded in it',
  async (tunnel) => {
    expect(await from(tunnel, '203.0.113.7')).toBe('10.0.0.1');
    expect(await from('127.0.0.1', `203.0.113.7, ${tunnel}`)).toBe('10.0.0.1');
  },
);

test.each(['203.0.113.7', 'garbage', undefined])(
  'the header of a client that is no proxy is ignored: %s',
  async (said) => {
    expect(await from('198.51.100.1', said)).toBe('198.51.100.1');
    expect(await from('::ffff:198.51.100.1', said)).toBe('198.51.100.1');
  },
);

test.each(['', ' ', 'unknown', '_hidden', '0177.0.0.1', '203.0.113.9,', '203.0.113.9, ,', '203.0.113.9, unknown'])(
  'a value that is no address counts as the proxy that wrote it: %j',
  async (said) => {
    expect(await from('127.0.0.1', said)).toBe('127.0.0.1');
    expect(await from('127.0.0.1', `${said}, 10.0.0.9`)).toBe('10.0.0.9');
  },
);

test('a list is read up to a limit', async () => {
  const list = (length: number) => ['203.0.113.7', ...Array.from({ length }, (_, index) => `10.0.0.${length - index}`)];
  expect(await from('127.0.0.1', list(maxProxies - 1).join())).toBe('203.0.113.7');
  expect(await from('127.0.0.1', list(maxProxies).join())).toBe(`10.0.0.${maxProxies}`);
});

test('of several headers the last counts', async () => {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  const lines = ['X-Forwarded-For: 198.51.100.1', 'x-forwarded-for: 203.0.113.7', 'Connection: close'];
  socket.write(['GET / HTTP/1.1', 'Host: here', ...lines, '', ''].join('\r\n'));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  await once(socket, 'end');
  expect(answer).toMatch(/\r\n\r\n203\.0\.113\.7$/);
});
