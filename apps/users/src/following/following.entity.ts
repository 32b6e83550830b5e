import { Entity, Index, PrimaryColumn } from 'typeorm';

/** Who follows whom at present; written with the events, or when an older stream is folded. */
@Entity({ name: 'followings' })
export class FollowingRow {
  @PrimaryColumn({ name: 'follower_id', type: 'uuid' }) followerId!: string;
  @Index('followings_followed')
  @PrimaryColumn({ name: 'followed_id', type: 'uuid' })
  followedId!: string;
}
