import type { ImportComments } from '#contracts/comments/comment.commands.js';
import { invalid } from '#decider/rejection.js';
import type { Keys } from '#keyring/event-codec.js';
import { loadKnownPeople } from '#known-people/load-known-people.js';
import type { ClientBase } from 'pg';
import { findKnownArticles } from './find-known-articles.js';

type Imported = ImportComments['comments'][number];

/** What decisions on an archive's comments need. */
export interface ArchivedFacts {
  /** Those that exist, by replicated data. */
  articles: ReadonlySet<string>;
  /** Replicated authors without a key. */
  erasedPeople: ReadonlySet<string>;
}

/** @throws Rejection if an author has no key and is not replicated here either. */
export async function lookUpArchived(client: ClientBase, comments: Imported[], keys: Keys): Promise<ArchivedFacts> {
  const articles = await findKnownArticles(client, [...new Set(comments.map(({ articleId }) => articleId))]);
  const keyless = [...new Set(comments.map(({ personId }) => personId))].filter((personId) => !keys.get(personId));
  const people = keyless.length === 0 ? new Map<string, unknown>() : await loadKnownPeople(client, keyless);
  const stranger = keyless.find((personId) => !people.has(personId));
  if (stranger !== undefined) throw invalid('AuthorUnknown', { personId: `${stranger} is not known` });
  return { articles, erasedPeople: new Set(keyless) };
}
