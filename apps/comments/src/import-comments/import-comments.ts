import { randomUUIDv7 } from 'node:crypto';
import type { CommentImported, ImportComments } from '#contracts/comments/comment.commands.js';
import type { CommentEvent } from '#contracts/events.js';
import { archivedName } from '#contracts/published-name.js';
import { topics } from '#contracts/topics.js';
import type { EventMetadata, EventStore } from '#event-store/event-store.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { PoolClient } from 'pg';
import { factsOf } from '../comment/facts.js';
import { nextCommentNumbers } from '../comment/next-comment-numbers.js';
import { commentFingerprint } from './comment-fingerprint.js';
import { findImportedParents, nameOf, type ExternalComment } from './find-imported-parents.js';
import { findImported } from './find-imported.js';
import { findRefused } from './find-refused.js';
import { rememberImported } from './remember-imported.js';

type Imported = ImportComments['comments'][number];
type Numbered = { comment: Imported; fingerprint: string; commentId: number; parentId: number | null };

/**
 * Appends an archive's comments with their original times, each once however often it is sent, all in one transaction.
 * Comments under closed articles come in too: the archive is older than the closing. What is new of somebody erased, or under
 * an article that nobody knows, is refused by itself.
 * @returns what became of each, in the order given.
 */
export async function importComments(
  store: EventStore<PoolClient>,
  keyring: Keyring,
  pseudonymKey: Buffer,
  comments: Imported[],
  metadata: EventMetadata,
): Promise<CommentImported[]> {
  const keys = await keyring.keysOf([...new Set(comments.map(({ personId }) => personId))]);
  return store.transact(async ({ client, append }) => {
    const fingerprints = comments.map((comment) => commentFingerprint(pseudonymKey, comment));
    const known = await findImported(client, fingerprints);
    const parents = await findImportedParents(client, comments.flatMap(parentOf));
    const unknown = comments.filter((_, index) => !known.has(fingerprints[index]?.keyed ?? ''));
    const refused = await findRefused(client, unknown, keys);
    const fresh: Numbered[] = [];
    const numbers = await nextCommentNumbers(client, unknown.length - refused.size);
    const results = comments.map((comment, index): CommentImported => {
      const fingerprint = fingerprints[index]?.keyed ?? '';
      const earlier = known.get(fingerprint);
      if (earlier !== undefined) return { commentId: earlier, added: false, reparented: false };
      const because = refused.get(comment);
      if (because) return { commentId: null, added: false, reparented: false, refused: because };
      const commentId = numbers.shift() ?? 0;
      const [parent] = parentOf(comment);
      const parentId = (parent && parents.get(nameOf(parent))) ?? null;
      fresh.push({ comment, fingerprint, commentId, parentId });
      known.set(fingerprint, commentId);
      const own = nameOf(externalOf(comment));
      if (!parents.has(own)) parents.set(own, commentId);
      return { commentId, added: true, reparented: parent !== undefined && parentId === null };
    });
    await append(
      fresh.map(({ comment, commentId, parentId }) => ({
        stream: `comment-${commentId}`,
        expectedVersion: 0,
        topic: topics.comments.name,
        key: comment.articleId,
        events: [toEvent(comment, commentId, parentId, keys.get(comment.personId) as PersonKey)],
      })),
      metadata,
    );
    await rememberImported(
      client,
      fresh.map(({ comment, fingerprint, commentId }) => ({ ...externalOf(comment), fingerprint, commentId })),
    );
    return results;
  });
}

const externalOf = ({ articleId, provenance: { source, externalId } }: Imported): ExternalComment => ({
  source,
  articleId,
  externalId,
});

const parentOf = (comment: Imported): ExternalComment[] =>
  comment.parentExternalId === undefined ? [] : [{ ...externalOf(comment), externalId: comment.parentExternalId }];

function toEvent(
  { articleId, personId, name, website, address, body, format, postedAt, provenance }: Imported,
  commentId: number,
  parentId: number | null,
  key: PersonKey,
): CommentEvent {
  const id = randomUUIDv7();
  const data = {
    commentId,
    articleId,
    parentId,
    author: {
      personId,
      kind: 'guest' as const,
      name: seal(key, id, 'name', archivedName(name)),
      ...(website !== undefined && { website: seal(key, id, 'website', website) }),
      ...(address !== undefined && { address: seal(key, id, 'address', address) }),
    },
    body: seal(key, id, 'body', body),
    format,
    facts: factsOf(body),
    actor: { kind: 'system' as const, rule: 'import' },
    provenance,
  };
  return { id, type: 'CommentPosted', occurredAt: postedAt, data };
}
