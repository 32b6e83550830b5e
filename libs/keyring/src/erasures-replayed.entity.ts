import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a partition of the users topic was searched for erasures: a restored keyring is as far back in its keys. */
@Entity({ name: 'erasures_replayed' })
export class ErasuresReplayedRow {
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ name: 'next_offset', type: 'bigint' }) nextOffset!: string;
}
