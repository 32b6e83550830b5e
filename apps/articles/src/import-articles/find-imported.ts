import { pseudonymOf } from '#commands/command-request.js';
import type { ClientBase } from 'pg';
import { findImportedArticles, nameOf, type ImportedArticle } from './find-imported-articles.js';

interface Named {
  source: string;
  externalId: string;
}

/** A draft is known by a keyed hash: what its archive calls it may tell its title, which is its author's own. */
export const draftName = (pseudonymKey: Buffer, { source, externalId }: Named): Named => ({
  source,
  externalId: pseudonymOf(pseudonymKey, 'imported draft', source, externalId),
});

/** What of an archive was imported already, be it as a draft, by {@link nameOf}. */
export async function findImported(
  client: ClientBase,
  pseudonymKey: Buffer,
  wanted: Named[],
): Promise<Map<string, ImportedArticle>> {
  const drafts = wanted.map((each) => draftName(pseudonymKey, each));
  const known = await findImportedArticles(client, [...wanted, ...drafts]);
  for (const [index, { source, externalId }] of wanted.entries()) {
    const draft = known.get(nameOf(source, drafts[index]?.externalId ?? ''));
    if (draft && !known.has(nameOf(source, externalId))) known.set(nameOf(source, externalId), draft);
  }
  return known;
}
