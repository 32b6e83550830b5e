import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { FollowingRow } from '#read-models/profile/following.entity.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';

/** Before each pair had a stream of its own, follows were events of the follower's stream. */
const isByPair = ({ stream }: BroadsideEvent) => stream.startsWith('following-');

/**
 * Who follows whom, from the users topic. A follower's events about a pair are older than the pair's stream; if they
 * were parked or sent again, they may arrive after it.
 */
export const following: Projection<FollowingRow> = {
  name: 'following',
  rowIds: (event) =>
    event.type === 'PersonFollowed' || event.type === 'PersonUnfollowed'
      ? [`${event.data.personId}/${event.data.followedId}`]
      : [],
  evolve: (row, event) => {
    if (event.type !== 'PersonFollowed' && event.type !== 'PersonUnfollowed') return undefined;
    const byPair = isByPair(event);
    // This covers the batch; rows of earlier batches are compared when they are replaced.
    if (row?.byPair && !byPair) return undefined;
    const { personId: followerId, followedId } = event.data;
    return { followerId, followedId, follows: event.type === 'PersonFollowed', byPair };
  },
  save: saveFollowings,
};
