import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Counter, Registry } from 'prom-client';
import { eventually } from '#testing/eventually.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { CachedAnswers } from './cached-answers.js';

let server: FastifyInstance;
let answered: Counter;
let version: string;
let readVersion: () => Promise<string>;
let made: number;
let make: () => Promise<WholeAnswer | LargeAnswer>;

const counted = () => new Counter({ name: 'answers', help: 'x', labelNames: ['from'], registers: [new Registry()] });
/** Whether this many answers came from that source. */
const from = async (where: string, count: number) =>
  (await answered.get()).values.some(({ labels, value }) => labels['from'] === where && value === count);
const number = () => Promise.resolve({ json: Buffer.from(JSON.stringify({ made: (made += 1) })) });

/** Without Redis, as while it is away. */
function serve(cached: CachedAnswers): void {
  server = fastify();
  server.get('/', async (request, reply) => {
    await cached.send(reply, {
      forReader: request.headers.authorization,
      name: 'one',
      readVersion: () => readVersion(),
      make: () => make(),
    });
    return reply;
  });
}

beforeEach(() => {
  [version, made, make] = ['1', 0, number];
  readVersion = () => Promise.resolve(version);
  answered = counted();
  serve(new CachedAnswers({ store: undefined, code: 'code', answered }));
});
afterEach(() => server.close());

const ask = (headers = {}) => server.inject({ url: '/', headers });

describe('an answer that is the same for everybody', () => {
  test('has its version as ETag, and must be revalidated', async () => {
    const { statusCode, headers } = await ask();
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers).toMatchObject({ etag: 'W/"code.1"', 'cache-control': 'no-cache' });
  });

  test('is not sent again to a client that has it, and is sent when it has changed', async () => {
    const { statusCode, headers, body } = await ask({ 'if-none-match': 'W/"code.1"' });
    expect([statusCode, headers['etag'], headers['cache-control'], body, made]).toEqual([
      304,
      'W/"code.1"',
      'no-cache',
      '',
      0,
    ]);
    version = '2';
    expect((await ask({ 'if-none-match': 'W/"code.1"' })).json()).toEqual({ made: 1 });
  });

  test('is made once for all concurrent requests of one version, and again for another version', async () => {
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    make = async () => {
      begun.resolve();
      const answer = await number();
      await mayEnd.promise;
      return answer;
    };
    const first = ask();
    await begun.promise;
    const others = [ask(), ask(), ask()];
    await eventually(() => from('another request', 3), { what: 'the others to wait for it' });
    version = '2';
    const later = ask();
    await eventually(() => from('database', 2), { what: 'another to be begun' });
    mayEnd.resolve();
    const bodies = (await Promise.all([first, ...others, later])).map((answer) => answer.body);
    expect(bodies).toEqual([...Array<string>(4).fill('{"made":1}'), '{"made":2}']);
  });

  test('has its version read once for all requests before the read, and again for later ones', async () => {
    const readings: PromiseWithResolvers<string>[] = [];
    readVersion = () => {
      readings.push(Promise.withResolvers());
      return (readings.at(-1) as PromiseWithResolvers<string>).promise;
    };
    const before = [ask(), ask(), ask()];
    await eventually(() => readings.length > 0, { what: 'a reading' });
    const after = ask();
    await eventually(() => readings.length > 1, { what: 'another reading' });
    for (const [index, reading] of readings.entries()) reading.resolve(String(index + 1));
    const tags = (await Promise.all([...before, after])).map(({ headers }) => headers['etag']);
    expect(tags).toEqual([...Array<string>(3).fill('W/"code.1"'), 'W/"code.2"']);
  });

  test('of one caller alone is neither stored nor shared, and has no version', async () => {
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    make = async () => {
      const answer = await number();
      begun.resolve();
      await mayEnd.promise;
      return answer;
    };
    const asked = [ask({ authorization: 'Token a' })];
    await begun.promise;
    asked.push(ask(), ask({ authorization: 'Token a', 'if-none-match': '*' }));
    await eventually(() => made === 3, { what: 'each to be made' });
    mayEnd.resolve();
    const answers = await Promise.all(asked);
    expect(answers.map(({ headers }) => headers['etag'])).toEqual([undefined, 'W/"code.1"', undefined]);
    expect(answers.map(({ body }) => body).sort()).toEqual(['{"made":1}', '{"made":2}', '{"made":3}']);
  });

  test('that failed is made again for the next request, and has no version', async () => {
    make = () => Promise.reject(new Error('no'));
    const failed = await ask();
    expect([failed.statusCode, failed.headers['etag']]).toEqual([500, undefined]);
    make = number;
    expect((await ask()).json()).toEqual({ made: 1 });
  });

  test('that is too large is begun for each request; its refusal has no version', async () => {
    let room = 1;
    const large: LargeAnswer = () => (room-- > 0 ? number() : Promise.reject(new Error('no room')));
    make = () => Promise.resolve(large);
    expect((await ask()).headers['etag']).toBe('W/"code.1"');
    const refused = await ask();
    expect([refused.statusCode, refused.headers['etag']]).toEqual([500, undefined]);
  });
});

test('rows without a version, and a disabled cache, give answers without one', async () => {
  version = '';
  expect((await ask({ 'if-none-match': '*' })).headers).not.toHaveProperty('etag');
  version = '1';
  await server.close();
  serve(new CachedAnswers(undefined));
  const { headers, body } = await ask({ 'if-none-match': '*' });
  expect([headers['etag'], body]).toEqual([undefined, '{"made":2}']);
});
