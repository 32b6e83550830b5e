import { randomUUIDv7 } from 'node:crypto';
import type { CommentImported, CommentRefused, ImportComments } from '#contracts/comments/comment.commands.js';
import { archivedName } from '#contracts/published-name.js';
import type { CommentEvent } from '#contracts/events.js';
import { Rejection } from '#decider/rejection.js';
import type { EventMetadata } from '#event-store/event-store.js';
import type { SealingEventStore, SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { newCommentStream } from '../comment/comment-stream.js';
import { commentDecider, type ImportComment } from '../comment/comment.decider.js';
import { nextCommentNumbers } from '../comment/next-comment-numbers.js';
import { commentFingerprint } from './comment-fingerprint.js';
import { findImportedParents, nameOf, type ExternalComment } from './find-imported-parents.js';
import { findImported } from './find-imported.js';
import { lookUpArchived, type ArchivedFacts } from './look-up-archived.js';
import { storeImported } from './store-imported.js';

type Imported = ImportComments['comments'][number];

/** A comment that is imported now. */
interface Fresh extends ExternalComment {
  fingerprint: string;
  commentId: number;
  events: CommentEvent[];
}

/**
 * Appends an archive's comments with their original times, each once however often it is sent, all in one transaction.
 * Comments under closed articles are imported too, because the archive is older than the closing. A new comment by an erased
 * person, or under an unknown article, is refused alone.
 * @returns the result for each comment, in the order given.
 */
export function importComments(
  store: SealingEventStore<PoolClient>,
  pseudonymKey: Buffer,
  comments: Imported[],
  metadata: EventMetadata,
): Promise<CommentImported[]> {
  const sealedFor = [...new Set(comments.map(({ personId }) => personId))];
  return store.transact((transaction) => bringIn(transaction, pseudonymKey, comments, metadata), { sealedFor });
}

async function bringIn(
  transaction: SealingTransaction<PoolClient>,
  pseudonymKey: Buffer,
  comments: Imported[],
  metadata: EventMetadata,
): Promise<CommentImported[]> {
  const { client } = transaction;
  const fingerprints = comments.map((comment) => commentFingerprint(pseudonymKey, comment));
  const known = await findImported(client, fingerprints);
  const parents = await findImportedParents(client, comments.flatMap(parentOf));
  const unknown = comments.filter((_, index) => !known.has(fingerprints[index]?.keyed ?? ''));
  const facts = await lookUpArchived(client, unknown, transaction.keys);
  const numbers = await nextCommentNumbers(client, unknown.length);
  const fresh: Fresh[] = [];
  const results = comments.map((comment, index): CommentImported => {
    const fingerprint = fingerprints[index]?.keyed ?? '';
    const earlier = known.get(fingerprint);
    if (earlier !== undefined) return { commentId: earlier, added: false, reparented: false };
    const commentId = numbers.shift() ?? 0;
    const [parent] = parentOf(comment);
    const parentId = (parent && parents.get(nameOf(parent))) ?? null;
    const decided = decide({ comment, commentId, parentId }, facts);
    if (typeof decided === 'string') return { commentId: null, added: false, reparented: false, refused: decided };
    fresh.push({ ...externalOf(comment), fingerprint, commentId, events: decided });
    known.set(fingerprint, commentId);
    const own = nameOf(externalOf(comment));
    if (!parents.has(own)) parents.set(own, commentId);
    return { commentId, added: true, reparented: parent !== undefined && parentId === null };
  });
  await transaction.append(
    fresh.map(({ commentId, articleId, events }) => ({
      ...{ ...newCommentStream(commentId, articleId), key: articleId, expectedVersion: 0, events },
    })),
    metadata,
  );
  await storeImported(client, fresh);
  return results;
}

/** @returns the events, or why it is refused. */
function decide(
  { comment, commentId, parentId }: { comment: Imported; commentId: number; parentId: number | null },
  facts: ArchivedFacts,
): CommentEvent[] | CommentRefused {
  try {
    return commentDecider.decide(commandOf(comment, commentId, parentId, facts), commentDecider.initialState);
  } catch (error) {
    if (error instanceof Rejection && isRefusal(error.rule)) return error.rule;
    throw error;
  }
}

const isRefusal = (rule: string): rule is CommentRefused => rule === 'PersonErased' || rule === 'ArticleUnknown';

function commandOf(
  { articleId, personId, account, name, website, address, body, format, postedAt, provenance }: Imported,
  commentId: number,
  parentId: number | null,
  { articles, erasedPeople }: ArchivedFacts,
): ImportComment {
  const author = {
    ...{ personId, kind: account ? ('account' as const) : ('guest' as const), name: archivedName(name) },
    ...(website !== undefined && { website }),
    ...(address !== undefined && { address }),
  };
  return {
    ...{ type: 'ImportComment', ids: [randomUUIDv7()], at: postedAt, actor: { kind: 'system', rule: 'import' } },
    ...{ commentId, articleId, parentId, body, format, provenance },
    articleIsKnown: articles.has(articleId),
    author: erasedPeople.has(personId) ? 'erased' : author,
  };
}

const externalOf = ({ articleId, provenance: { source, externalId } }: Imported): ExternalComment => ({
  source,
  articleId,
  externalId,
});

const parentOf = (comment: Imported): ExternalComment[] =>
  comment.parentExternalId === undefined ? [] : [{ ...externalOf(comment), externalId: comment.parentExternalId }];
