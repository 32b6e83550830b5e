import { articlePublished } from '#contracts/articles/article.examples.js';
import { commentApproved, commentPosted } from '#contracts/comments/comment.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { guestIntroduced } from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';

const article = articlePublished.articleId;
const ada = guestIntroduced.personId;
export const grace = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193';

/** Of two guests: a comment that is edited and answered and then taken away, and the answer. */
export function changedComments(key: PersonKey): BroadsideEvent[] {
  const [commentId, answerId] = [1_000_004, 1_000_005];
  const about = (id: number, version: number, occurredAt: string) =>
    ({ under: key, stream: `comment-${id}`, version, topic: 'comments.events.v1', key: article, occurredAt }) as const;
  const by = (personId: string) => ({ actor: { kind: 'person' as const, id: personId } });
  const author = (personId: string) => ({ personId, kind: 'guest' as const, name: 'Ada' });
  const of = { commentId, articleId: article, authorId: ada, ...by(ada), wasShown: true };
  const posted = (id: number, personId: string, parentId: number | null, time: string) =>
    recorded({
      ...{ ...about(id, 1, time), type: 'CommentPosted' },
      data: () => ({
        ...{ ...commentPosted, ...by(personId), commentId: id, parentId },
        ...{ author: author(personId), body: `comment ${id}` },
      }),
    });
  return [
    posted(commentId, ada, 1_000_001, '2026-01-02T03:05:05.000Z'),
    recorded({
      ...{ ...about(commentId, 2, '2026-01-02T03:05:06.000Z'), type: 'CommentEdited' },
      data: () => ({
        ...{ ...of, body: 'comment 1000004 anew', format: 'text' },
        ...{ facts: commentPosted.facts, decidedOn: {} },
      }),
    }),
    posted(answerId, grace, commentId, '2026-01-02T03:05:07.000Z'),
    recorded({
      ...{ ...about(commentId, 3, '2026-01-02T03:05:08.000Z'), type: 'CommentDeleted' },
      data: () => ({ ...of, by: 'author' }),
    }),
  ];
}

/** Comments of two guests: one that is shown, one that is held, one that was held and is approved. */
export function comments(key: PersonKey): BroadsideEvent[] {
  const posted = (commentId: number, personId: string, occurredAt: string, more: object = {}) =>
    recorded({
      under: key,
      ...{
        type: 'CommentPosted',
        stream: `comment-${commentId}`,
        topic: 'comments.events.v1',
        key: article,
        occurredAt,
      },
      data: () => ({
        ...{ ...commentPosted, commentId, ...more, actor: { kind: 'person', id: personId } },
        author: {
          personId,
          kind: 'guest',
          name: 'Ada',
          website: 'https://ada.example/',
        },
        body: `comment ${commentId} <b>`,
      }),
    });
  const then = (commentId: number, version: number) =>
    ({ stream: `comment-${commentId}`, version, topic: 'comments.events.v1', key: article }) as const;
  const heldBecause = 'author-premoderated';
  return [
    posted(1_000_001, ada, '2026-01-02T03:04:05.000Z'),
    posted(1_000_002, grace, '2026-01-02T03:04:07.000Z', { parentId: 1_000_001, heldBecause }),
    posted(1_000_003, ada, '2026-01-02T03:04:06.000Z', { heldBecause }),
    recorded({
      under: key,
      ...{ ...then(1_000_002, 2), type: 'CommentApproved' },
      data: () => ({ ...commentApproved, commentId: 1_000_002 }),
    }),
  ];
}
