import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import type { PersonStanding } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type FollowingCommand = (
  { type: 'FollowPerson'; event: Of<'PersonFollowed'> } | { type: 'UnfollowPerson'; event: Of<'PersonUnfollowed'> }
) & {
  /** What who follows is. */
  follower: PersonStanding['kind'];
};

export interface Following {
  follows: boolean;
  /** How many the follower follows in all. */
  followings: number;
}

/** The most whom one account can follow. */
export const mostFollowings = 10_000;

/** The rules of whether one account follows another: once, however often it says so. */
export const followingDecider: Decider<Following, FollowingCommand, PersonEvent> = {
  initialState: { follows: false, followings: 0 },
  evolve: (following, { type }) => {
    if (type === 'PersonFollowed') return { follows: true, followings: following.followings + 1 };
    if (type === 'PersonUnfollowed') return { follows: false, followings: following.followings - 1 };
    return following;
  },
  decide: ({ type, event, follower }, { follows, followings }) => {
    if (follower === 'erased') throw new Rejection('PersonErased', 'this person was erased');
    if (follower !== 'account') throw new Rejection('NotAnAccount', 'this is no account');
    if (type === 'UnfollowPerson') return follows ? [event] : [];
    if (event.data.followedId === event.data.personId) {
      throw new Rejection('FollowsOneself', 'nobody follows themselves');
    }
    if (follows) return [];
    if (followings >= mostFollowings) {
      throw new Rejection('FollowsTooMany', `You follow ${mostFollowings} accounts, the most one can. Unfollow one.`);
    }
    return [event];
  },
};
