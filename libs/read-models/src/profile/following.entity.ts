import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether one account follows another; whoever unfollowed stays listed as not following. */
@Entity({ schema: 'read_v1', name: 'following' })
export class FollowingRow {
  @PrimaryColumn({ name: 'follower_id', type: 'uuid' }) followerId!: string;
  @PrimaryColumn({ name: 'followed_id', type: 'uuid' }) followedId!: string;
  @Column({ type: 'boolean' }) follows!: boolean;
}
