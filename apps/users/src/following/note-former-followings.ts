import type { StoredEvent } from '../person/sealed-profile.js';
import type { ClientBase } from 'pg';

// Pairs with a stream of their own are left out; events about them in the person's stream are older. Each is looked up
// alone: for a join the plan would be a hash over all events.
const unlessToldAnew = `
(SELECT max(version) FROM events WHERE stream = 'following-' || $1::uuid || '-' || followed_id) IS NULL`;

const sqlAdd = `
INSERT INTO followings (follower_id, followed_id)
SELECT $1::uuid, followed_id FROM unnest($2::uuid[]) AS former (followed_id)
WHERE ${unlessToldAnew}
  AND NOT EXISTS (SELECT FROM erasures WHERE person_id = followed_id AND erased_at IS NOT NULL)
ON CONFLICT DO NOTHING`;

const sqlRemove = `
DELETE FROM followings WHERE follower_id = $1::uuid AND followed_id = ANY($2::uuid[]) AND ${unlessToldAnew}`;

const sqlRemoveAll = `DELETE FROM followings WHERE follower_id = $1`;

/**
 * Before pairs had streams of their own, followings were in the follower's stream: their rows are written when that is
 * folded.
 */
export async function noteFormerFollowings(client: ClientBase, events: StoredEvent[]): Promise<void> {
  const left = new Map<string, boolean>();
  for (const event of events) {
    if (event.type === 'PersonFollowed') left.set(event.data.followedId, true);
    if (event.type === 'PersonUnfollowed') left.set(event.data.followedId, false);
  }
  const [first] = events;
  const personId = first?.data.personId;
  const told = (follows: boolean) => [...left].flatMap(([id, isFollowed]) => (isFollowed === follows ? [id] : []));
  if (left.size > 0) {
    await client.query({ name: 'add-former-followings', text: sqlAdd, values: [personId, told(true)] });
    await client.query({ name: 'remove-former-followings', text: sqlRemove, values: [personId, told(false)] });
  }
  if (events.some(({ type }) => type === 'PersonErased')) await client.query(sqlRemoveAll, [personId]);
}
