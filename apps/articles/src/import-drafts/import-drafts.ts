import { randomUUIDv7 } from 'node:crypto';
import type { ArchivedDraft, DraftImported } from '#contracts/articles/article.commands.js';
import type { ArticleEvent } from '#contracts/events.js';
import type { EventMetadata } from '#event-store/event-store.js';
import { articleStream } from '../article/article-stream.js';
import { keepSchedule } from '../draft/keep-schedule.js';
import { nameOf } from '../import-articles/find-imported-articles.js';
import { draftName, findImported } from '../import-articles/find-imported.js';
import type { ImportPlace } from '../import-articles/import-articles.js';
import { storeImportedArticles } from '../import-articles/store-imported-articles.js';
import { requireSections } from '../section/require-sections.js';
import { draftEvents } from './draft-events.js';
import { findPublic } from './find-public.js';

interface Fresh {
  draft: ArchivedDraft;
  articleId: string;
  events: ArticleEvent[];
}

const earlierDraft = ({ articleId }: { articleId: string }, published: Set<string>): DraftImported => ({
  articleId,
  added: false,
  ...(published.has(articleId) && { isPublic: true }),
});

/**
 * Makes drafts of what an archive has not published, each once however often it is sent, in one transaction. They are sealed
 * under the keys of their authors; of whoever gives none the importer is the author. One of an erased author is refused alone.
 * One that came in while it was public stays so, and the result says it.
 * @returns the result for each draft, in the order given.
 */
export async function importDrafts(
  { store, pseudonymKey }: ImportPlace,
  importerId: string,
  drafts: ArchivedDraft[],
  metadata: EventMetadata,
): Promise<DraftImported[]> {
  const authorOf = ({ authorId = importerId }: ArchivedDraft) => authorId;
  const work: Parameters<typeof store.transact<DraftImported[]>>[0] = async ({ client, append, keys }) => {
    await requireSections(client, drafts);
    const here = await findImported(
      client,
      pseudonymKey,
      drafts.map(({ provenance }) => provenance),
    );
    const published = await findPublic(
      client,
      [...here.values()].map(({ articleId }) => articleId),
    );
    const fresh = new Map<string, Fresh>();
    const results = drafts.map((draft): DraftImported => {
      const { source, externalId } = draft.provenance;
      const name = nameOf(source, externalId);
      const earlier = here.get(name) ?? fresh.get(name);
      if (earlier) return earlierDraft(earlier, published);
      const authorId = authorOf(draft);
      if (!keys.get(authorId)) return { articleId: null, added: false, refused: 'PersonErased' };
      const articleId = randomUUIDv7();
      const events = draftEvents(draft, { articleId, authorId, importerId, now: metadata.recordedAt });
      fresh.set(name, { draft, articleId, events });
      return { articleId, added: true };
    });
    const made = [...fresh.values()];
    await append(
      made.map(({ articleId, events }) => ({
        ...articleStream(articleId),
        key: articleId,
        expectedVersion: 0,
        events,
      })),
      metadata,
    );
    await storeImportedArticles(
      client,
      made.map(({ draft, articleId }) => ({ ...draftName(pseudonymKey, draft.provenance), articleId })),
    );
    for (const { events } of made) await keepSchedule(client, events);
    return results;
  };
  return store.transact(work, { sealedFor: [...new Set(drafts.map(authorOf))] });
}
