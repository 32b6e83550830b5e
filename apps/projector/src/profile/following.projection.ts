import type { Projection } from '#projection/projection.js';
import type { FollowingRow } from '#read-models/profile/following.entity.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';

/** Who follows whom, from the users topic. */
export const following: Projection<FollowingRow> = {
  name: 'following',
  touches: (event) =>
    event.type === 'PersonFollowed' || event.type === 'PersonUnfollowed'
      ? [`${event.data.personId}/${event.data.followedId}`]
      : [],
  evolve: (_row, event) =>
    event.type === 'PersonFollowed' || event.type === 'PersonUnfollowed'
      ? {
          followerId: event.data.personId,
          followedId: event.data.followedId,
          follows: event.type === 'PersonFollowed',
        }
      : undefined,
  save: saveFollowings,
};
