import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { literalNetwork, type Network } from '#contracts/people/network.js';
import { originOf } from './origin-of.js';

const proxies = [literalNetwork('10.0.0.0/8') as Network];
const from = (remoteAddress: string, headers: Record<string, string>) =>
  originOf({ socket: { remoteAddress }, headers } as unknown as IncomingMessage, proxies);
const forwarded = { host: 'inside:3000', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'news.example' };

test('a trusted proxy says how the client reached us', () => {
  expect(from('10.1.2.3', forwarded)).toEqual({ protocol: 'https', host: 'news.example' });
  expect(from('10.1.2.3', { host: 'news.example' })).toEqual({ protocol: 'http', host: 'news.example' });
});

test('anybody else only by the Host', () => {
  expect(from('192.0.2.1', forwarded)).toEqual({ protocol: 'http', host: 'inside:3000' });
});

test('what a client claims stands before what the proxy wrote, and does not count', () => {
  const both = { 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'evil.example, news.example' };
  expect(from('10.1.2.3', { host: 'x', ...both })).toEqual({ protocol: 'https', host: 'news.example' });
});

test.each(['', 'a b', 'a"b', 'a/b', '@a', 'a:1:2', 'a:123456', '<a>', 'é'])('the Host %j is none', (host) => {
  expect(from('192.0.2.1', { host }).host).toBe('localhost');
  expect(from('10.1.2.3', { host: 'x', 'x-forwarded-host': host || ' ,"' }).host).toBe('localhost');
});

test.each(['a', 'a.example:8080', '127.0.0.1', '[::1]:3000'])('the Host %j is one', (host) => {
  expect(from('192.0.2.1', { host }).host).toBe(host);
});
