import type { ArticleChanges } from '#contracts/articles/article.commands.js';
import type { House } from '#contracts/thesaurus/house-entry.js';
import type { ClientBase } from 'pg';
import type { Article } from '../article/article.decider.js';
import { changedContent } from '../article/content.js';
import type { KnownThesaurus } from './known-thesaurus.js';

/** What an article is pinned to after changes: the version it was pinned to, and of it what may occur in what it then says. */
export async function houseAfter(
  client: ClientBase,
  thesaurus: KnownThesaurus,
  article: Article,
  changes: ArticleChanges,
): Promise<House | undefined> {
  if (article.kind !== 'published' || article.house === undefined) return undefined;
  const content = changedContent(article.content, changes);
  return content && thesaurus.houseFor(client, content, article.house.version);
}
