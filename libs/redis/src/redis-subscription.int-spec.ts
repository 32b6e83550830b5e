import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { ownRedis, type OwnRedis } from '#testing/own-redis.js';
import { describeWithRedis } from '#testing/redis.js';
import { connectRedis, type Redis as Client } from './connect-redis.js';
import { RedisSubscription } from './redis-subscription.js';

const channel = 'told';

describeWithRedis('a subscription', () => {
  let server: OwnRedis;
  let client: Client;
  let subscription: RedisSubscription;
  let received: string[];

  beforeEach(async () => {
    server = await ownRedis();
    received = [];
    const receive = (message: string) => void received.push(message);
    subscription = new RedisSubscription({ url: server.url, name: 'listener', channel, receive });
    client = connectRedis(server.url, 'teller');
  });
  afterEach(async () => {
    subscription.close();
    client.destroy();
    await server.remove();
  });

  /** Published once; nobody repeats it. */
  const tell = async (message: string) => {
    const isThere = () => subscription.isHearing && client.isReady;
    await eventually(isThere, { what: 'both lines', timeoutMs: 20_000 });
    await client.publish(channel, message);
    await eventually(() => received.includes(message), { what: message });
  };

  test('begins when Redis is there, and again after its connection was cut, or Redis was killed', async () => {
    await server.process.start();
    await tell('once');
    await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
    await eventually(() => !subscription.isHearing, { what: 'the cut', everyMs: 1 });
    await tell('after its line was cut');
    server.process.kill('SIGKILL');
    await eventually(() => !subscription.isHearing, { what: 'the end' });
    // Its supervisor starts it again.
    await tell('after Redis was killed');
    expect(received).toEqual(['once', 'after its line was cut', 'after Redis was killed']);
  }, 60_000);

  test('gives up a connection without answers, and opens another when Redis continues', async () => {
    await server.process.start();
    await tell('once');
    const idOf = async () =>
      /id=(\d+)[^\n]*name=listener/.exec(await client.sendCommand<string>(['CLIENT', 'LIST']))?.[1];
    const first = await idOf();
    server.process.kill('SIGSTOP');
    await eventually(() => !subscription.isHearing, {
      what: 'the line to be given up',
      timeoutMs: 9_000,
    });
    server.process.kill('SIGCONT');
    await tell('on another line');
    expect(await idOf()).not.toBe(first);
  }, 60_000);
});
