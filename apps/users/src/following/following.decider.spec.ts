import { test } from '@jest/globals';
import { personFollowed, personUnfollowed } from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { followingDecider, maxFollowings, type Following } from './following.decider.js';

const { personId, followedId, actor } = personFollowed;
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const followed = { ...meta, type: 'PersonFollowed', data: personFollowed } as const;
const unfollowed = { ...meta, type: 'PersonUnfollowed', data: personUnfollowed } as const;
const follow = { ...by, type: 'FollowPerson', personId, followedId, hasProfile: true } as const;
const unfollow = { ...by, type: 'UnfollowPerson', personId, followedId } as const;

/** The version of the follower's stream before the pair's first event. */
const where = (before: Partial<Following>) => ({
  ...followingDecider,
  initialState: { ...followingDecider.initialState, follower: { kind: 'account' as const, version: 1 }, ...before },
});
const account = where({});

test('an account follows another; repeating it changes nothing', () => {
  given(account, []).when(follow).then([followed]);
  given(account, [followed]).when(follow).then([]);
  given(account, [followed, unfollowed]).when(follow).then([followed]);
});

test('an account can unfollow those it follows; otherwise nothing changes', () => {
  given(account, [followed]).when(unfollow).then([unfollowed]);
  given(account, []).when(unfollow).then([]);
});

test('nobody follows themselves', () => {
  given(account, [])
    .when({ ...follow, followedId: personId })
    .thenRejected('FollowsOneself', 'invalid');
});

test('a guest or a stranger has no profile and cannot be followed; unfollowing them is possible', () => {
  given(account, [])
    .when({ ...follow, hasProfile: false })
    .thenRejected('ProfileUnknown', 'not found');
  given(account, [followed]).when(unfollow).then([unfollowed]);
});

test.each([
  ['guest', 'NotAnAccount', 'forbidden'],
  ['nobody', 'NotAnAccount', 'forbidden'],
  ['erased', 'PersonErased', 'not signed in'],
] as const)('a person who is %s cannot follow', (kind, rule, refusal) => {
  const follower = where({ follower: { kind, version: 1 } });
  given(follower, []).when(follow).thenRejected(rule, refusal);
  given(follower, [followed]).when(unfollow).thenRejected(rule, refusal);
});

test('at the upper bound an account cannot follow more, but can unfollow', () => {
  given(where({ followings: maxFollowings }), [])
    .when(follow)
    .thenRejected('FollowsTooMany', 'conflict');
  given(where({ followings: maxFollowings, follows: true }), [])
    .when(unfollow)
    .then([unfollowed]);
});
