import { expect } from '@jest/globals';
import { GatewayClient, type Admin } from '#tools/gateway/gateway-client.js';
import { hourMs } from '#tools/demo/content/moments.js';
import { sections } from '#tools/demo/content/past-article.js';
import { importThePast } from '#tools/demo/import-the-past.js';
import { loadDemo, pastArticles } from '#tools/demo/load-demo.js';

interface Article {
  slug: string;
  section: { name: string } | null;
  commentCount: number;
  commentsClosed: boolean;
  createdAt: string;
  source?: { name: string; url: string };
}

/** Files the demo in an empty site, interrupted before its last article on the day before, and once again after its end. */
export async function demoIsFiled(gatewayUrl: string, admin: Admin): Promise<void> {
  const said: string[] = [];
  const load = () => loadDemo({ gatewayUrl, admin, say: (line) => said.push(line) });
  const gateway = new GatewayClient(gatewayUrl);
  await gateway.signIn(admin);
  await importThePast(gateway, pastArticles, Date.now() - 26 * hourMs);
  const times = async () => (await readArticles(gateway)).map(({ createdAt }) => createdAt);
  const interrupted = await times();
  expect(interrupted).toHaveLength(11);
  const slug = await load();
  expect(await load()).toBe(slug);
  expect(said).toHaveLength(1);
  expect((await times()).slice(1)).toEqual(interrupted);

  const articles = await readArticles(gateway);
  expect(articles).toHaveLength(12);
  expect(articles[0]?.slug).toBe(slug);
  expect(new Set(articles.map(({ section }) => section?.name))).toEqual(new Set(sections));
  expect(articles.filter(({ source }) => source?.url === undefined)).toEqual([]);
  const counts = articles.map(({ commentCount }) => commentCount).filter((count) => count > 0);
  expect(counts.toSorted((one, other) => one - other)).toEqual([5, 12, 18, 200]);
  expect(articles.filter(({ commentsClosed }) => commentsClosed)).toHaveLength(1);
  await editorAnswers(gateway);
}

const readArticles = async (gateway: GatewayClient) =>
  (await gateway.get<{ articles: Article[] }>('/api/articles?limit=100')).body.articles;

async function editorAnswers(gateway: GatewayClient): Promise<void> {
  type Thread = { comments: { parentId: number | null; author: { id: string; username: string; kind: string } }[] };
  const { comments } = (await gateway.get<Thread>('/api/articles/council-votes-to-measure-the-fog/comments')).body;
  const answer = comments.find(({ author, parentId }) => author.username === 'Dot Varley' && parentId !== null);
  expect(answer?.author.kind).toBe('account');
  const { body } = await gateway.get<{ person: { roles: string[] } }>(`/api/people/${answer?.author.id}`);
  expect(body.person.roles).toContain('editor');
}
