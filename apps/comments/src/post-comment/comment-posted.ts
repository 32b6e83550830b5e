import { randomUUIDv7 } from 'node:crypto';
import type { HeldBecause } from '#contracts/comments/comment.events.js';
import type { PostComment } from '#contracts/comments/comment.commands.js';
import type { CommentEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import { seal } from '#keyring/seal.js';
import { shownName, type KnownPerson, type SealedIn } from '#known-people/known-person.js';
import type { Caller } from '#identity/caller.js';
import { factsOf } from '../comment/facts.js';

/** The event of a comment, under the name its author has now, with what is personal sealed under their key. */
export function commentPosted(
  commentId: number,
  { articleId, parentId, body, format }: PostComment,
  { personId, kind }: Caller,
  { person, key }: { person: KnownPerson; key: PersonKey },
  { occurredAt, heldBecause }: { occurredAt: string; heldBecause: HeldBecause | undefined },
): Extract<CommentEvent, { type: 'CommentPosted' }> {
  const id = randomUUIDv7();
  const again = (field: 'name' | 'website', { eventId, value }: SealedIn) =>
    seal(key, id, field, open(key, eventId, field, value));
  const name = again('name', shownName(person));
  const website = person.website && again('website', person.website);
  const data = {
    commentId,
    articleId,
    parentId,
    author: { personId, kind, name, ...(website && { website }) },
    body: seal(key, id, 'body', body),
    format,
    ...(heldBecause && { heldBecause }),
    facts: factsOf(body),
    actor: { kind: 'person' as const, id: personId },
  };
  return { id, type: 'CommentPosted', occurredAt, data };
}
