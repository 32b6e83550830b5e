import type { PublicCommenter } from '#read-models/commenter/read-public-commenter.js';
import { guestMark } from '../comments/guest-mark.js';
import { shownWebsite } from '../comments/present-comment.js';
import type { Commenter } from './commenter.answers.js';

/**
 * A person as their comments show them. The profile of an account is found by its name, so beside a nick it would tell
 * whose nick it is. Of an account without comments there is no more than its profile.
 */
export function presentCommenter(row: PublicCommenter): Commenter {
  const { personId: id, kind, name, bio, image, commentCount } = row;
  const nick = commentCount > 0 ? row.nick : null;
  return {
    ...{ id, kind, username: nick ?? name, commentCount },
    ...(nick === null ? { bio, image } : { bio: null, image: null }),
    website: commentCount > 0 ? shownWebsite(row.website) : undefined,
    mark: kind === 'guest' ? guestMark(id) : undefined,
    role: row.role ?? undefined,
  };
}
