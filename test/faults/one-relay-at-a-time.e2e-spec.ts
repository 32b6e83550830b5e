import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connectKafka } from '#kafka/connect-kafka.js';
import { eventually } from '#testing/eventually.js';
import kafkajs from 'kafkajs';
import { get, introduceGuest, post, publish, signInAsAdmin } from '../e2e/api-client.js';
import { copiesOf, leaderOf, leadersOf, metricOf, type Copy } from '../e2e/stack.js';
import { foldCommentsTopic } from './relayed-comments.js';

const brokers = (process.env['E2E_KAFKA_BROKERS'] ?? '').split(',');
const promisedMs = 10_000;

/** The other copy, once it leads; fails if that takes longer than promised. */
const replacementOf = (stopped: Copy) =>
  eventually(
    async () => {
      const other = (await copiesOf('comments')).find(({ name }) => name !== stopped.name);
      return other && (await metricOf(other, 'relay_leads')) === 1 ? other : undefined;
    },
    { what: `another relay than ${stopped.name}'s to lead`, timeoutMs: promisedMs },
  );

const allReady = () =>
  eventually(
    async () => {
      const answers = (await copiesOf('comments')).map(({ url }) => fetch(`${url}/health/ready`));
      return (await Promise.all(answers)).every(({ ok }) => ok);
    },
    { what: 'both copies of comments to be ready', timeoutMs: 30_000 },
  );

test.each(['articles', 'comments', 'users'])('Promise 5: of the copies of %s one leads', async (service) => {
  const leaders = await eventually(
    async () => {
      const found = await leadersOf(service);
      return found.length > 0 && found;
    },
    { what: `a relay of ${service} to lead`, timeoutMs: promisedMs },
  );
  expect(leaders).toHaveLength(1);
});

describe('Promise 5: one relay works at a time; a zombie does no harm', () => {
  let guest: { token: string };
  let slug: string;
  let article: { id: string };

  beforeAll(async () => {
    const admin = await signInAsAdmin();
    guest = await introduceGuest('Leslie');
    slug = await publish(admin, 'Of leaders');
    article = (await get(`/api/articles/${slug}`)).body.article as unknown as { id: string };
    await eventually(() => leaderOf('comments'), { what: 'one relay of comments to lead' });
  });

  afterEach(allReady);

  const say = (body: string) => post(`/api/articles/${slug}/comments`, { comment: { body } }, { token: guest.token });
  const sayOften = (what: string) => Promise.all(Array.from({ length: 20 }, (_, index) => say(`${what} ${index}`)));

  /** The read model has every event of the topic, each once, and everything that was answered. */
  async function expectReadModelIsFold(answered: number): Promise<void> {
    await eventually(
      async () => {
        const relayed = [...(await foldCommentsTopic(brokers)).values()].filter((one) => one.articleId === article.id);
        const shown = (await get(`/api/articles/${slug}/comments`)).body.comments.map(({ id }) => id);
        expect(shown.toSorted()).toEqual(relayed.map(({ commentId }) => commentId).toSorted());
        expect(shown.length).toBeGreaterThanOrEqual(answered);
        const { commentCount } = (await get(`/api/articles/${slug}`)).body.article;
        expect(commentCount).toBe(shown.length);
        return true;
      },
      { what: 'the read model to be the fold of the topic', timeoutMs: 20_000, everyMs: 500 },
    );
  }

  test('a stopped leader is replaced within 10 s, and only repeats events when it continues', async () => {
    const leader = await leaderOf('comments');
    let answers = await sayOften('before');
    process.kill(leader.pid, 'SIGSTOP');
    try {
      const during = sayOften('meanwhile');
      await replacementOf(leader);
      answers = answers.concat(await during);
    } finally {
      process.kill(leader.pid, 'SIGCONT');
    }
    answers = answers.concat(await sayOften('after'));
    await eventually(() => leaderOf('comments'), { what: 'one relay of comments to lead' });
    await expectReadModelIsFold(answers.filter(({ status }) => status === 201 || status === 202).length);
  }, 90_000);

  test('a leader that is killed is replaced within 10 s', async () => {
    const leader = await leaderOf('comments');
    const saying = sayOften('at its death');
    process.kill(leader.pid, 'SIGKILL');
    await replacementOf(leader);
    const answers = await Promise.allSettled([saying]);
    expect(answers[0].status).toBe('fulfilled');
    await expectReadModelIsFold(40);
  }, 90_000);
});

test.each(['articles', 'comments', 'users'])(
  'two copies of the projector share the partitions of %s',
  async (topic) => {
    const admin = connectKafka(brokers, 'describe-groups').admin();
    await admin.connect();
    try {
      const shares = await eventually(
        async () => {
          const { groups } = await admin.describeGroups([`projector.read-v1.${topic}.events.v1`]);
          const members = groups[0]?.members ?? [];
          return members.length === 2
            ? members.map(({ memberAssignment }) => kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment))
            : undefined;
        },
        { what: 'two members of the group', timeoutMs: 20_000 },
      );
      const counts = shares.map((share) => Object.values(share?.assignment ?? {}).flat().length);
      expect(counts).toEqual([6, 6]);
    } finally {
      await admin.disconnect();
    }
  },
);
