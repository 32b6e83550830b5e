import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { contentOf } from '../article/content.js';
import { reserveSlug } from '../article/reserve-slug.js';
import { slugOf } from '../article/slug.js';
import { requireOpenSection } from '../section/require-open-section.js';
import type { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { readDraft } from './read-draft.js';

/**
 * The publication of a draft, but for who does it; its slug is reserved. @param place its transaction has the author's key
 * @throws as {@link readDraft}
 */
export async function publicationOf(
  {
    transaction,
    thesaurus,
  }: { transaction: Pick<SealingTransaction<PoolClient>, 'client' | 'keys'>; thesaurus: KnownThesaurus },
  articleId: string,
  authorId: string | undefined,
) {
  const content = contentOf(await readDraft(transaction, articleId));
  await requireOpenSection(transaction.client, content.sectionId);
  const slug = await reserveSlug(transaction.client, slugOf(content.title), articleId);
  const house = await thesaurus.houseFor(transaction.client, content);
  const about = { articleId, slug, authorId: authorId ?? '', isDraft: true, house };
  return { type: 'PublishArticle' as const, ...content, ...about };
}
