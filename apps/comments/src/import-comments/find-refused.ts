import type { CommentRefused, ImportComments } from '#contracts/comments/comment.commands.js';
import type { PersonKey } from '#keyring/keyring.js';
import { loadKnownPeople } from '#known-people/load-known-people.js';
import { unprocessable } from '#http/problem.js';
import type { ClientBase } from 'pg';

type Imported = ImportComments['comments'][number];

const sql = `SELECT article_id FROM listening.known_article WHERE article_id = ANY($1::uuid[])`;

/** Those there are of the articles asked for, as far as this service has heard. */
export async function findKnownArticles(client: Pick<ClientBase, 'query'>, ids: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ article_id: string }>(sql, [ids]);
  return new Set(rows.map(({ article_id }) => article_id));
}

/**
 * Which comments of an archive do not come in, and why: their author was erased, so that there is no key, or nobody has heard
 * of their article.
 * @throws Problem 422 where nobody has heard of an author either.
 */
export async function findRefused(
  client: ClientBase,
  comments: Imported[],
  keys: Map<string, PersonKey | undefined>,
): Promise<Map<Imported, CommentRefused>> {
  const articles = await findKnownArticles(client, [...new Set(comments.map(({ articleId }) => articleId))]);
  const keyless = [...new Set(comments.map(({ personId }) => personId))].filter((personId) => !keys.get(personId));
  const people = keyless.length === 0 ? new Map<string, unknown>() : await loadKnownPeople(client, keyless);
  const stranger = keyless.find((personId) => !people.has(personId));
  if (stranger !== undefined) throw unprocessable({ personId: [`${stranger} is not known`] });
  const refused = new Map<Imported, CommentRefused>();
  for (const comment of comments) {
    if (!articles.has(comment.articleId)) refused.set(comment, 'ArticleUnknown');
    else if (people.has(comment.personId)) refused.set(comment, 'PersonErased');
  }
  return refused;
}
