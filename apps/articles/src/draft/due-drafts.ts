import { randomUUIDv7 } from 'node:crypto';
import { metadataNow } from '#commands/command-request.js';
import { decideIn } from '#commands/decide-on.js';
import type { ReturnReason } from '#contracts/articles/article.events.js';
import type { Given } from '#decider/given.js';
import { Rejection } from '#decider/rejection.js';
import { Problem } from '#http/problem.js';
import type { SealingEventStore, SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { articleStream } from '../article/article-stream.js';
import { articleDecider, type ArticleCommand } from '../article/article.decider.js';
import { editorialOfScheduler, type Schedulers } from './editorial-of-scheduler.js';
import { findAuthor } from './find-author.js';
import { findDueDrafts } from './find-due-drafts.js';
import { keepSchedule } from './keep-schedule.js';
import { lockDueDraft } from './lock-due-draft.js';
import type { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { noteTry } from './note-try.js';
import { publicationOf } from './publication-of.js';

export interface DueDraftsPlace {
  store: SealingEventStore<PoolClient>;
  pool: Pool;
  log: Logger;
  thesaurus: KnownThesaurus;
  schedulers: Schedulers;
}

/** Publishes the drafts whose time has come: any replica may do it, each draft is published once. */
export async function publishDueDrafts(place: DueDraftsPlace, signal: AbortSignal): Promise<void> {
  for (const articleId of await findDueDrafts(place.pool)) {
    if (signal.aborted) return;
    // One that cannot be published now is tried again, and does not block the others.
    await publishDueDraft(place, articleId).catch(async (error: unknown) => {
      place.log.error({ articleId, reason: String(error) }, 'a draft that is due could not be published yet');
      await noteTry(place.pool, articleId);
    });
  }
}

async function publishDueDraft(place: DueDraftsPlace, articleId: string): Promise<void> {
  const authorId = await findAuthor(place.pool, articleId);
  const by: Given = {
    at: new Date().toISOString(),
    actor: { kind: 'system', rule: 'schedule' },
    ids: [randomUUIDv7()],
  };
  const sealedFor = authorId === undefined ? [] : [authorId];
  try {
    const publish = async (transaction: SealingTransaction<PoolClient>) =>
      ({
        ...by,
        editorial: await editorialOfScheduler(transaction.client, place.schedulers, articleId, by.at),
        ...(await publicationOf({ transaction, thesaurus: place.thesaurus }, articleId, authorId)),
      }) satisfies ArticleCommand;
    await decideOnDue(place, articleId, publish, sealedFor);
  } catch (error) {
    if (!isForGood(error)) throw error;
    place.log.error({ articleId, reason: error.message }, 'a draft that is due cannot be published');
    const editorial = { personId: '', isEditor: true, isContributor: false, publishing: 'editors' as const };
    const reason = reasonOf(error);
    await decideOnDue(place, articleId, () => ({ ...by, type: 'ReturnSubmission', articleId, editorial, reason }), []);
  }
}

/** It says too little, its author was erased, or who scheduled it may not publish: it will never do. */
const isForGood = (error: unknown): error is Error =>
  error instanceof Rejection ? error.refusal.kind !== 'try again' : error instanceof Problem && error.status < 500;

/** What its author is told. */
function reasonOf(error: Error): ReturnReason {
  if (error instanceof Problem) return 'incomplete';
  if (!(error instanceof Rejection)) return 'other';
  if (error.refusal.kind === 'forbidden') return 'scheduler';
  return error.refusal.kind === 'invalid' && 'sectionId' in error.refusal.fields ? 'section' : 'other';
}

const decideOnDue = (
  { store }: DueDraftsPlace,
  articleId: string,
  command: (transaction: SealingTransaction<PoolClient>) => ArticleCommand | Promise<ArticleCommand>,
  sealedFor: string[],
) =>
  store.transact(
    async (transaction) => {
      if (!(await lockDueDraft(transaction.client, articleId))) return;
      const decision = { of: articleStream(articleId), decider: articleDecider, command };
      const { events } = await decideIn(transaction, decision, metadataNow());
      await keepSchedule(transaction.client, events);
    },
    { sealedFor },
  );
