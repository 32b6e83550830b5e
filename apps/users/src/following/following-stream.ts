import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import type { FollowingFact } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import type { PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import { personStreamName, readPerson } from '../person/read-person.js';
import type { Following } from './following.decider.js';
import { followingStreamName, readFollowing, type Pair } from './read-following.js';
import { saveFollowing } from './save-following.js';

/** The stream of a pair: the follower and the followed. The follower is locked first. */
export const followingStream = (pair: Pair): StreamOf<Following, StreamNow<Following>, PoolClient> => ({
  stream: followingStreamName(pair),
  topic: topics.users.name,
  key: pair.followerId,
  ownerOf: () => pair.followerId,
  kept: {
    read: async (client) => {
      const { state, version } = await readPerson(client, pair.followerId);
      return readFollowing(client, pair, { kind: state.kind, version });
    },
    keep: async (client, _before, stored, at) => {
      const events = stored as unknown as FollowingFact[];
      await saveFollowing(client, pair, events);
      await spendOn(client, pair.followerId, events, at);
    },
  },
});

/** The stream that a reader must wait for: the pair's, or the follower's if only that has events about the pair. */
export const versionsOf = (pair: Pair, { state, version }: StreamNow<Following>) => ({
  streams:
    version > 0
      ? { [followingStreamName(pair)]: version }
      : { [personStreamName(pair.followerId)]: state.follower.version },
});
