import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { FollowingRow } from '#read-models/profile/following.entity.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';

/** Before pairs had streams of their own, whom somebody follows stood in their own. */
const isByPair = ({ stream }: BroadsideEvent) => stream.startsWith('following-');

/**
 * Who follows whom, from the users topic. What a person's own stream says of a pair was said before the pair's stream
 * began; parked or sent again, it may come after.
 */
export const following: Projection<FollowingRow> = {
  name: 'following',
  touches: (event) =>
    event.type === 'PersonFollowed' || event.type === 'PersonUnfollowed'
      ? [`${event.data.personId}/${event.data.followedId}`]
      : [],
  evolve: (row, event) => {
    if (event.type !== 'PersonFollowed' && event.type !== 'PersonUnfollowed') return undefined;
    const byPair = isByPair(event);
    // Within a batch; the rows of earlier ones are looked at as they are replaced.
    if (row?.byPair && !byPair) return undefined;
    const { personId: followerId, followedId } = event.data;
    return { followerId, followedId, follows: event.type === 'PersonFollowed', byPair };
  },
  save: saveFollowings,
};
