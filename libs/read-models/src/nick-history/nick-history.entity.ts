import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when on a person went by which name. Deleted when they are erased. */
@Entity({ name: 'nick_history' })
export class NickHistoryRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  /** Of the person's stream. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  /** `original`: they came with it, or changed it to that; `restored`: back to the latest original. */
  @Column({ type: 'text' }) kind!: 'original' | 'picked' | 'restored';
  /** Null: of `restored`. */
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'timestamptz' }) since!: string;
}
