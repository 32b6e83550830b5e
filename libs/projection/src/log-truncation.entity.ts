import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Messages that were deleted from the topic before they were read here. */
@Entity({ name: 'late_beginning' })
export class LogTruncationRow {
  @PrimaryColumn({ type: 'text' }) topic!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ type: 'bigint' }) expected!: string;
  @PrimaryColumn({ name: 'begins_at', type: 'bigint' }) beginsAt!: string;
  @Column({ name: 'noticed_at', type: 'timestamptz', default: () => 'now()' }) noticedAt!: string;
}
