import type { FollowingEvent, FollowingFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, invalid, notFound } from '#decider/rejection.js';
import { requireAccount } from '../person/names.rules.js';
import type { PersonNow } from '../person/person.state.js';

export type FollowingCommand = Given & { personId: string; followedId: string } & (
    { type: 'FollowPerson'; /** Guests have no profile. */ hasProfile: boolean } | { type: 'UnfollowPerson' }
  );

export interface Following {
  follows: boolean;
  /** How many accounts the follower follows. */
  followings: number;
  /** The follower, and the version of their stream that this is known from. */
  follower: { kind: PersonNow['kind']; version: number };
}

/** Upper bound of the accounts that one account can follow. */
export const maxFollowings = 10_000;

/** The rules of following. Repeating it changes nothing. */
export const followingDecider: Decider<Following, FollowingCommand, FollowingEvent, FollowingFact> = {
  initialState: { follows: false, followings: 0, follower: { kind: 'nobody', version: 0 } },
  evolve: (following, { type }) => {
    const { followings } = following;
    switch (type) {
      case 'PersonFollowed':
        return { ...following, follows: true, followings: followings + 1 };
      case 'PersonUnfollowed':
        return { ...following, follows: false, followings: followings - 1 };
    }
  },
  decide: (command, { follows, followings, follower }) => {
    const { personId, followedId } = command;
    if (command.type === 'FollowPerson' && !command.hasProfile) throw notFound('ProfileUnknown', 'profile');
    requireAccount(follower);
    if (command.type === 'UnfollowPerson') {
      return follows ? [happened(command, 'PersonUnfollowed', { personId, followedId })] : [];
    }
    if (followedId === personId) throw invalid('FollowsOneself', { profile: "can't be yourself" });
    if (follows) return [];
    if (followings >= maxFollowings) {
      throw conflict('FollowsTooMany', `You follow ${maxFollowings} accounts, the most one can. Unfollow one.`);
    }
    return [happened(command, 'PersonFollowed', { personId, followedId })];
  },
};
