import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Whether one account follows another; whoever unfollowed stays listed as not following. Once the stream of the pair has
 * said so, nothing counts that the follower's own stream says of it: that is older, also where it comes later.
 */
@Entity({ name: 'following' })
export class FollowingRow {
  @PrimaryColumn({ name: 'follower_id', type: 'uuid' }) followerId!: string;
  @Index('following_followed')
  @PrimaryColumn({ name: 'followed_id', type: 'uuid' })
  followedId!: string;
  @Column({ type: 'boolean' }) follows!: boolean;
  @Column({ name: 'by_pair', type: 'boolean', default: false }) byPair!: boolean;
}
