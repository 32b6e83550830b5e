import { test } from '@jest/globals';
import { personFollowed, personUnfollowed } from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { followingDecider, mostFollowings } from './following.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const followed = { ...meta, type: 'PersonFollowed', data: personFollowed } as const;
const unfollowed = { ...meta, type: 'PersonUnfollowed', data: personUnfollowed } as const;
const follow = { type: 'FollowPerson', event: followed, follower: 'account' } as const;
const unfollow = { type: 'UnfollowPerson', event: unfollowed, follower: 'account' } as const;

test('an account follows another, once however often it says so', () => {
  given(followingDecider, []).when(follow).then([followed]);
  given(followingDecider, [followed]).when(follow).then([]);
  given(followingDecider, [followed, unfollowed]).when(follow).then([followed]);
});

test('an account unfollows whom it follows, and nothing comes of it otherwise', () => {
  given(followingDecider, [followed]).when(unfollow).then([unfollowed]);
  given(followingDecider, []).when(unfollow).then([]);
});

test('nobody follows themselves', () => {
  const event = { ...followed, data: { ...personFollowed, followedId: personFollowed.personId } };
  given(followingDecider, [])
    .when({ ...follow, event })
    .thenRejected('FollowsOneself');
});

test.each([
  ['guest', 'NotAnAccount'],
  ['nobody', 'NotAnAccount'],
  ['erased', 'PersonErased'],
] as const)('who is %s follows nobody', (follower, rule) => {
  given(followingDecider, [])
    .when({ ...follow, follower })
    .thenRejected(rule);
  given(followingDecider, [followed])
    .when({ ...unfollow, follower })
    .thenRejected(rule);
});

test('who follows as many as one can follows no more, and may unfollow', () => {
  const full = { ...followingDecider, initialState: { follows: false, followings: mostFollowings } };
  given(full, []).when(follow).thenRejected('FollowsTooMany');
  given({ ...full, initialState: { ...full.initialState, follows: true } }, [])
    .when(unfollow)
    .then([unfollowed]);
});
