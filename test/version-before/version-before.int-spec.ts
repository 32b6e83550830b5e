import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../e2e/limited-client.js';
import { readModelDifferences, renderedNow, untilFolded } from './compare-read-model.js';
import { story, type OldAccount } from './fixture.js';
import { startOnWhatWasLeft, type Started } from './start-on-what-was-left.js';

interface Answer {
  status: number;
  body: {
    user: OldAccount & { token: string };
    results: { added: boolean }[];
  };
}

const { accounts, guests, articles, comments } = story;
let started: Started;
let folded: string[];
let tokens: Record<'admin' | 'mo' | 'tove', string>;

async function send(method: string, path: string, body?: object, asking = {}): Promise<Answer> {
  const answer = await ask(method, `${started.gatewayUrl}${path}`, body, asking);
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}
const signIn = ({ email, password }: OldAccount) => send('POST', '/api/users/login', { user: { email, password } });
const post = (slug: string, comment: object, token: string) =>
  send('POST', `/api/articles/${slug}/comments`, { comment }, { token });

beforeAll(async () => {
  started = await startOnWhatWasLeft();
  await untilFolded(started.read);
  // Before any new command.
  folded = await readModelDifferences(started.read, renderedNow);
  const tokenOf = async (who: OldAccount) => (await signIn(who)).body.user?.token;
  tokens = { admin: await tokenOf(accounts.admin), mo: await tokenOf(accounts.mo), tove: await tokenOf(accounts.tove) };
}, 120_000);
afterAll(() => started?.stop(), 60_000);

describe('with the data of the version before', () => {
  test('the topics and keys lead to the same read models', () => {
    expect(folded).toEqual([]);
  });

  test('an account signs in with its password, and reads its data in clear', async () => {
    const { username, email, bio, image } = accounts.tove;
    expect(await signIn(accounts.tove)).toMatchObject({ status: 200, body: { user: { username, email, bio, image } } });
    expect(await signIn({ ...accounts.tove, password: 'the password of tove' })).toMatchObject({ status: 401 });
  });

  test('a guest’s credential is valid, and their nick is kept', async () => {
    const { id, name, nick, token } = guests.greta;
    const me = await send('GET', '/api/me', undefined, { token });
    expect(me).toMatchObject({ status: 200, body: { me: { id, name: nick, originalName: name, commentCount: 3 } } });
    const posted = await post(articles.text.slug, { body: 'Still I', parentId: comments.first.id }, token);
    expect(posted).toMatchObject({
      status: 201,
      body: {
        comment: { parentId: comments.first.id, author: { id, username: nick, website: 'https://greta.example/' } },
      },
    });
  });

  test('a banned person is refused, and so is a client in a banned range', async () => {
    const refused = (detail: string) => ({ status: 403, body: { detail: expect.stringContaining(detail) as unknown } });
    const bert = (await signIn(accounts.bert)).body.user;
    for (const token of [bert.token, guests.bannedGuest.token]) {
      expect(await post(articles.text.slug, { body: 'Back' }, token)).toMatchObject(refused('You are banned'));
    }
    const introduced = await send('POST', '/api/guests', { guest: { name: 'Bert' } }, { from: '198.51.100.7' });
    expect(introduced).toMatchObject(refused('Your address is banned'));
    const comment = { body: 'From a range' };
    const asking = { token: guests.gus.token, from: '2001:db8:beef::9' };
    const held = await send('POST', `/api/articles/${articles.html.slug}/comments`, { comment }, asking);
    expect(held).toMatchObject({ status: 201, body: { comment: { held: true } } });
  });

  test('a held comment is approved, shown in clear, and replied to', async () => {
    const { id, body } = comments.held;
    expect((await post(articles.text.slug, { body: 'Hm', parentId: id }, tokens.tove)).status).toBe(422);
    const approved = await send('POST', `/api/comments/${id}/approve`, undefined, { token: tokens.mo });
    expect(approved).toMatchObject({
      status: 200,
      body: { comment: { id, body, author: { username: 'Prem Chand' } } },
    });
    const reply = await post(articles.text.slug, { body: 'Aha', parentId: id }, tokens.tove);
    expect(reply).toMatchObject({ status: 201, body: { comment: { author: { username: accounts.tove.username } } } });
  });

  test('a closed article stays closed, and an editor publishes under a free slug', async () => {
    expect(await post(articles.closed.slug, { body: 'Late' }, tokens.tove)).toMatchObject({ status: 403 });
    const { token } = (await signIn(accounts.edda)).body.user;
    const article = { title: articles.markdown.title, description: 'a', body: 'b' };
    const published = await send('POST', '/api/articles', { article }, { token });
    // The fourth with that title: one is from the archive.
    expect(published).toMatchObject({ status: 201, body: { article: { slug: 'mind-the-gap-4' } } });
  });

  test('names and e-mails stay reserved, and an imported archive adds nothing', async () => {
    const user = { username: accounts.tove.username, email: accounts.edda.email, password: 'correct horse' };
    expect(await send('POST', '/api/users', { user })).toMatchObject({
      status: 409,
      body: { errors: { username: ['has already been taken'], email: ['has already been taken'] } },
    });
    for (const part of ['people', 'articles', 'comments'] as const) {
      const { status, body } = await send('POST', `/api/imports/${part}`, story.archive[part], { token: tokens.admin });
      expect([part, status, body.results.filter(({ added }) => added)]).toEqual([part, 200, []]);
    }
  });

  test.each(['olga', 'olaf'] as const)(
    '%s can unfollow an account that they followed in a pair’s stream',
    async (name) => {
      const { token } = (await signIn(accounts[name])).body.user;
      const profile = `/api/profiles/${encodeURIComponent(accounts.tove.username)}`;
      const following = (method: string, path: string) => send(method, path, undefined, { token });
      expect(await following('GET', profile)).toMatchObject({ body: { profile: { following: true } } });
      expect(await following('DELETE', `${profile}/follow`)).toMatchObject({ body: { profile: { following: false } } });
    },
  );

  test('a linked guest is unlinked, and has their former name', async () => {
    const unlinked = await send('POST', `/api/people/${guests.lena.id}/unlink`, undefined, { token: tokens.mo });
    expect(unlinked).toMatchObject({ status: 200, body: { person: { id: guests.lena.id, kind: 'guest' } } });
  });

  test('a planned erasure can be cancelled by an admin', async () => {
    const keep = `/api/people/${accounts.penny.id}/keep`;
    expect(await send('POST', keep, undefined, { token: tokens.admin })).toMatchObject({ body: { erasure: null } });
    expect(await signIn(accounts.penny)).toMatchObject({ status: 200 });
  });

  test('an erased person stays erased', async () => {
    expect(await signIn(accounts.erik)).toMatchObject({ status: 401 });
    const erased = [accounts.erik.id, guests.ella.id, story.erased.imported];
    const { rows } = await started.keyring.query(
      'SELECT person_id FROM person_keys WHERE person_id = ANY($1) AND wrapped IS NULL',
      [erased],
    );
    expect(rows).toHaveLength(erased.length);
    for (const id of erased) {
      const record = await send('GET', `/api/people/${id}`, undefined, { token: tokens.mo });
      expect(record).toMatchObject({ status: 200, body: { person: { kind: 'erased', name: '[erased]' } } });
    }
  });
});
