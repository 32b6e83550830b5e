import { randomUUID } from 'node:crypto';
import { eventually } from '#testing/eventually.js';
import { get, post, signInAsAdmin } from '../e2e/api-client.js';

export interface GivenComment {
  /** Who wrote it; a new guest if it is not said. */
  by?: { id: string; account?: boolean };
  name?: string;
  website?: string;
  body: string;
  format?: 'text' | 'markdown' | 'html';
  /** The index of the comment that it answers. */
  to?: number;
}

export interface GivenThread {
  slug: string;
  path: string;
  /** The numbers of the comments, in their order. */
  ids: number[];
}

/** Imports an article with its comments, a minute apart, the last one a minute ago. */
export async function giveThread(comments: GivenComment[], article: object = {}): Promise<GivenThread> {
  const token = await signInAsAdmin();
  const source = randomUUID();
  const firstAt = Date.now() - comments.length * 60_000;
  const at = (index: number) => new Date(firstAt + index * 60_000).toISOString();
  const described = {
    ...{ slug: `thread-${source}`, title: 'Of a thread', description: 'In short.', publishedAt: at(-1) },
    ...{ body: 'It goes on.', format: 'text', commentsClosed: false, tagList: ['Roads'] },
    ...{ provenance: { source, externalId: 'article' }, ...article },
  };
  const { articleId, slug } = await imported<{ articleId: string; slug: string }>(token, 'articles', [described]).then(
    ([one]) => one as { articleId: string; slug: string },
  );
  const unknown = { id: comments.length === 0 ? '' : await aGuest(token, source) };
  const sent = comments.map(({ by = unknown, name = 'Ada', to, format = 'text', ...more }, index) => ({
    ...{ articleId, personId: by.id, account: 'account' in by && by.account === true, name, format, ...more },
    ...{ postedAt: at(index), provenance: { source, externalId: String(index) } },
    ...(to !== undefined && { parentExternalId: String(to) }),
  }));
  const ids = comments.length === 0 ? [] : await commentsOf(token, sent);
  await untilShown(slug, comments.length);
  return { slug, path: `/articles/${slug}`, ids };
}

async function imported<Result>(token: string, what: string, sent: object[], more: object = {}): Promise<Result[]> {
  const { status, text, body } = await post(`/api/imports/${what}`, { ...more, [what]: sent }, { token });
  if (status !== 200) throw new Error(`no ${what} imported: ${status} ${text.slice(0, 500)}`);
  return (body as unknown as { results: Result[] }).results;
}

async function aGuest(token: string, source: string): Promise<string> {
  const people = [{ name: 'Ada', firstSeenAt: new Date(0).toISOString() }];
  const [guest] = await imported<{ personId: string }>(token, 'people', people, { source });
  return guest?.personId ?? '';
}

/** The comments service learns of articles a moment after they were imported. */
const commentsOf = (token: string, sent: object[]): Promise<number[]> =>
  eventually(
    async () => {
      const results = await imported<{ commentId: number | null }>(token, 'comments', sent);
      return results.every(({ commentId }) => commentId !== null) && results.map(({ commentId }) => commentId ?? 0);
    },
    { what: 'the comments to be imported' },
  );

const untilShown = (slug: string, count: number) =>
  eventually(
    async () => {
      const { status, body } = await get(`/api/articles/${slug}`);
      return status === 200 && body.article.commentCount === count;
    },
    { what: `${count} comments under ${slug}`, timeoutMs: 20_000 },
  );
