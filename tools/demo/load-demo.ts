import { GatewayClient, type Admin } from '#tools/gateway/gateway-client.js';
import { bridge, guests, houseEntries, thread } from './content/bridge.js';
import { earlierArticles } from './content/earlier-articles.js';
import { latestArticles } from './content/latest-articles.js';
import { importThePast, openSections } from './import-the-past.js';

export interface DemoOptions {
  gatewayUrl: string;
  admin: Admin;
  say(line: string): void;
}

/** The articles of the days before, newest first. */
export const pastArticles = [...latestArticles, ...earlierArticles];

/**
 * Files the demo through the public API, once: a site that has articles of its own is left alone, and so is one that has the
 * demo's last, the bridge. A demo that was interrupted before is completed. @returns the slug of the bridge.
 */
export async function loadDemo({ gatewayUrl, admin, say }: DemoOptions): Promise<string | undefined> {
  const gateway = new GatewayClient(gatewayUrl);
  type List = { articles: { slug: string; title: string }[] };
  const { articles } = (await gateway.send<List>('GET', '/api/articles?limit=100')).body;
  const lively = articles.find(({ title }) => title === bridge.title);
  const ofDemo = new Set(pastArticles.map(({ title }) => title));
  if (lively || !articles.every(({ title }) => ofDemo.has(title))) return lively?.slug;
  say('filing the demo: twelve articles, four threads');
  await gateway.signIn(admin);
  await importThePast(gateway, pastArticles);
  return publishBridge(gateway);
}

/** Publishes the bridge and lets the guests argue. @returns its slug. */
async function publishBridge(gateway: GatewayClient): Promise<string> {
  const tokens = await Promise.all(guests.map((guest) => introduce(gateway, guest)));
  type Published = { article: { slug: string } };
  await defineEntries(gateway);
  const { section, ...said } = bridge;
  const article = { ...said, sectionId: (await openSections(gateway)).get(section) };
  const { slug } = (await gateway.send<Published>('POST', '/api/articles', { article })).body.article;
  const ids: number[] = [];
  for (const { by, text, to } of thread) {
    const comment = { body: text, ...(to !== undefined && { parentId: ids[to] }) };
    const path = `/api/articles/${slug}/comments`;
    const { body } = await gateway.send<{ comment: { id: number } }>('POST', path, { comment }, tokens[by]);
    ids.push(body.comment.id);
  }
  return slug;
}

/** The house view of what is published from now on; a demo that was interrupted has them already. */
async function defineEntries(gateway: GatewayClient): Promise<void> {
  type Answer = { thesaurus: { entries: unknown[] } };
  const { thesaurus } = (await gateway.get<Answer>('/api/thesaurus')).body;
  if (thesaurus.entries.length > 0) return;
  for (const entry of houseEntries) await gateway.send('POST', '/api/thesaurus/entries', { entry });
}

async function introduce(gateway: GatewayClient, guest: object): Promise<string> {
  const { body } = await gateway.send<{ guest: { token: string } }>('POST', '/api/guests', { guest });
  return body.guest.token;
}
