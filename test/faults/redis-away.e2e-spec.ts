import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis } from '#testing/redis.js';
import { ask, askSteadily, granted, newAddress, redisAnswers, type Sample } from '../e2e/limited-client.js';
import { introduceGuest, publish, signInAsAdmin } from '../e2e/api-client.js';
import { startSpareGateways, type SpareGateways } from '../e2e/spare-gateways.js';

const perGuest = 20;
const readsPerAddress = 100;
const failures = 2;
const promisedMs = 3_000;

describeWithRedis('Promise 16: with Redis down the site reads and writes', () => {
  let spare: SpareGateways;
  let admin: string;
  let slug: string;

  beforeAll(async () => {
    spare = await startSpareGateways({
      LIMIT_WRITES_PER_GUEST: String(perGuest),
      LIMIT_READS_PER_ADDRESS: String(readsPerAddress),
      LIMIT_FAILED_SIGN_INS: String(failures),
      LIMIT_SIGN_IN_DELAY_SECONDS: '600',
    });
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Without Redis');
  }, 90_000);
  afterAll(() => spare.stop(), 30_000);

  const url = (index: number) => `${spare.urls[index % 2]}/api/articles/${slug}/comments`;
  const post = (index: number, body: string, token: string) =>
    ask('POST', url(index), { comment: { body } }, { token });

  /** How many of a new guest's many writes are permitted, over both gateways in turn. Blank, so nothing is stored. */
  const writesGranted = async () => {
    const { token } = await introduceGuest('Hasty');
    return granted(5 * perGuest, (index) => post(index, '', token));
  };
  const signInsGranted = () => {
    const user = { email: `${crypto.randomUUID()}@example.org`, password: 'a wrong one' };
    const from = newAddress();
    return granted(5 * failures, (index) =>
      ask('POST', `${spare.urls[index % 2]}/api/users/login`, { user }, { from }),
    );
  };
  const readsGranted = () => {
    const from = newAddress();
    return granted(3 * readsPerAddress, (index) => ask('GET', url(index), undefined, { from }));
  };
  const bothSay = (wanted: 0 | 1) => Promise.all(spare.urls.map((each) => redisAnswers(each, wanted)));
  /** A busy machine may exceed the tenth of a second once; for a second Redis then counts as away. */
  const countsTogether = () =>
    eventually(async () => (await writesGranted()) === perGuest, { what: 'one count for both', timeoutMs: 30_000 });

  test('with Redis the gateways count together, reads too', async () => {
    await bothSay(1);
    await countsTogether();
    const readsAreLimited = async () => (await readsGranted()) < 3 * readsPerAddress;
    await eventually(readsAreLimited, { what: 'reads to be limited', timeoutMs: 20_000 });
    await eventually(async () => (await signInsGranted()) === failures, { what: 'a delay', timeoutMs: 30_000 });
  }, 90_000);

  test('it is stopped, continues, is killed and stays away, under load: every request is answered in time', async () => {
    const over = new AbortController();
    const load = Promise.all([
      askSteadily(50, over.signal, (index) => post(index, `post ${index}`, admin)),
      askSteadily(25, over.signal, (index) => ask('GET', url(index))),
      askSteadily(500, over.signal, (index) =>
        ask('POST', `${spare.urls[index % 2]}/api/guests`, { guest: { name: 'A' } }),
      ),
    ]);
    await delay(1_000);
    spare.redis().kill('SIGSTOP');
    await bothSay(0);
    await delay(3_000);
    spare.redis().kill('SIGCONT');
    await bothSay(1);
    spare.redis().kill('SIGKILL');
    await spare.redis().stop();
    await bothSay(0);
    await delay(2_000);
    over.abort();
    const [posts, reads, guests] = await load;
    expect(wrong(posts, [201, 202])).toEqual([]);
    expect(wrong(reads, [200])).toEqual([]);
    expect(wrong(guests, [201])).toEqual([]);
    expect(posts.length).toBeGreaterThan(80);
  }, 90_000);

  test('meanwhile each gateway counts writes and sign-ins alone, and reads are not limited', async () => {
    await bothSay(0);
    expect(await writesGranted()).toBe(2 * perGuest);
    expect(await signInsGranted()).toBe(2 * failures);
    expect(await readsGranted()).toBe(3 * readsPerAddress);
  }, 60_000);

  test('when it is back they count together again', async () => {
    await spare.startRedis();
    await bothSay(1);
    await countsTogether();
  }, 60_000);
});

const wrong = (samples: Sample[], right: number[]) =>
  samples.filter(({ status, ms }) => !right.includes(status) || ms >= promisedMs);
