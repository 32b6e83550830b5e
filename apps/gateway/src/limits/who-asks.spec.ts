import { afterEach, expect, test } from '@jest/globals';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { Counter, Registry } from 'prom-client';
import { z } from 'zod';
import { httpAdapter } from '#http/http-adapter.js';
import { Problem } from '#http/problem.js';
import type { TokenVerifier } from '#identity/tokens.js';
import { trustedProxiesVar } from '#http/trusted-proxies.js';
import { InProcessWindows } from './in-process-windows.js';
import { passwordResetsPath, signInPath } from './kind-of-request.js';
import { limitVars } from './limit-settings.js';
import { Limiter } from './limiter.js';
import { Limits } from './limits.js';
import { Subjects } from './subjects.js';
import type { Window } from './window.js';

const settings = z
  .object(limitVars)
  .parse({ LIMIT_READS_PER_ADDRESS: 30, LIMIT_SIGN_INS_PER_ADDRESS: 5, LIMIT_FAILED_SIGN_INS: 2 });
const tokens = {} as TokenVerifier;
let server: FastifyInstance;
afterEach(() => server.close());

/**
 * A gateway behind 127.0.0.1 and 10.0.0.0/8, whose sign-ins all fail. It counts in the process; only the spared reads
 * are limited.
 */
function serve() {
  const spared = new InProcessWindows(60_000);
  const sparedOnly = (window: Window) => {
    const standing = spared.take(window);
    return standing.granted ? standing : refuse();
  };
  const limits = new Limits({
    limiter: new Limiter(undefined, 60),
    subjects: new Subjects(settings, Buffer.alloc(32, 1)),
    spared: { take: sparedOnly },
    tokens,
    refused: new Counter({ name: 'refused', help: '-', labelNames: ['kind'], registers: [new Registry()] }),
  });
  const adapter = httpAdapter({
    log: pino({ level: 'silent' }),
    trustProxy: trustedProxiesVar.parse('127.0.0.1, 10.0.0.0/8'),
  });
  server = adapter.getInstance();
  server.addHook('preParsing', (request, reply) => limits.admit(request, reply, () => undefined));
  server.addHook('preHandler', (request) => limits.beforeSignIn(request));
  server.addHook('preHandler', (request) => limits.beforePasswordReset(request));
  server.setErrorHandler((error, _request, reply) => reply.status((error as Problem).status ?? 500).send());
  server.get('/', () => 'read');
  server.post(passwordResetsPath, (_request, reply) => reply.status(202).send());
  server.addHook('onSend', async (request, reply) => limits.afterSignIn(request, reply.statusCode));
  server.post(signInPath, (request: FastifyRequest & { lacksCode?: boolean }, reply) => {
    request.lacksCode = (request.body as { user: { password: string } }).user.password === 'right';
    return reply.status(401).send();
  });
}
const refuse = (): never => {
  throw new Problem(429, { detail: 'not spared' });
};

const read = async (said: string | undefined, remoteAddress = '127.0.0.1') => {
  const headers = said === undefined ? {} : { 'x-forwarded-for': said };
  return (await server.inject({ method: 'GET', url: '/', remoteAddress, headers })).statusCode;
};
const signIn = async (said: string, email: string, password = 'wrong') => {
  const payload = { user: { email, password } };
  return (await server.inject({ method: 'POST', url: signInPath, headers: { 'x-forwarded-for': said }, payload }))
    .statusCode;
};
const askForLink = async (said: string, email: string) => {
  const payload = { passwordReset: { email } };
  const headers = { 'x-forwarded-for': said };
  return (await server.inject({ method: 'POST', url: passwordResetsPath, headers, payload })).statusCode;
};
const inTurn = async <Result>(asks: (() => Promise<Result>)[]) => {
  const answers: Result[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers;
};

test('a /64 network is one reader, however many of its addresses read', async () => {
  serve();
  const asks = ['::1', '::2', ':3::', ':ffff:ffff:ffff:ffff'].map((rest) => () => read(`2001:db8:1:2${rest}`));
  expect(await inTurn(asks)).toEqual([200, 200, 200, 429]);
});

const formsOfOne = [
  '203.0.113.7',
  '203.0.113.7:51234',
  '"203.0.113.7"',
  '::ffff:203.0.113.7',
  '[::ffff:cb00:7107]:443',
  '64:ff9b::203.0.113.7',
  '[64:ff9b:1::cb00:7107]',
  '2002:cb00:7107:1::1',
];
test('an IPv4 address is one visitor in every form: reads', async () => {
  serve();
  expect(await inTurn(formsOfOne.map((form) => () => read(form)))).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
});

test('an IPv4 address is one visitor in every form: sign-ins', async () => {
  serve();
  const asks = formsOfOne.map((form, index) => () => signIn(form, `${index}@example.org`));
  expect(await inTurn(asks)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
});

test('an IPv4 address is one visitor in every form: wrong passwords', async () => {
  serve();
  const asks = formsOfOne.slice(0, 4).map((form) => () => signIn(form, 'tove@example.org'));
  expect(await inTurn(asks)).toEqual([401, 401, 429, 429]);
});

test('a right password without the code that it takes is no guess', async () => {
  serve();
  const asks = ['right', 'right', 'right', 'wrong', 'wrong'].map(
    (password) => () => signIn('203.0.113.7', 'tove@example.org', password),
  );
  expect(await inTurn(asks)).toEqual([401, 401, 401, 401, 401]);
});

test('a value that is no address counts as the proxy that sent it', async () => {
  serve();
  const garbage = ['unknown', '_hidden', '0177.0.0.1', '', '1, garbage', '203.0.113.9, '];
  expect(await inTurn(garbage.map((said) => () => read(said)))).toEqual([200, 200, 200, 429, 429, 429]);
  expect(await read(undefined)).toBe(429);
  expect(await read('garbage, 10.0.0.9')).toBe(200);
});

test('links for one e-mail are limited whoever asks, whether an account has it or not; links for others are not', async () => {
  serve();
  const asks = [1, 2, 3, 4].map((host) => () => askForLink(`203.0.113.${host}`, 'tove@example.org'));
  expect(await inTurn(asks)).toEqual([202, 202, 202, 429]);
  expect(await askForLink('203.0.113.5', 'nils@example.org')).toBe(202);
});
