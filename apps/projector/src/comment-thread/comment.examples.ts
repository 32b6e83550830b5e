import { articlePublished } from '#contracts/articles/article.examples.js';
import { commentApproved, commentPosted } from '#contracts/comments/comment.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { guestIntroduced } from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';

const article = articlePublished.articleId;
const ada = guestIntroduced.personId;
export const grace = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193';

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
