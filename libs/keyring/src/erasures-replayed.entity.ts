import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The offset up to which a partition of the users topic was searched for erasures. It is restored together with the keys, so
 * it matches them.
 */
@Entity({ name: 'erasures_replayed' })
export class ErasuresReplayedRow {
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ name: 'next_offset', type: 'bigint' }) nextOffset!: string;
}
