import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name of a person, and since when they had it. Deleted when they are erased. */
@Entity({ name: 'nick_history' })
export class NickHistoryRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  /** The version of the person's stream. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  /** `original`: the first name, or a change of it; `restored`: back to the latest original. */
  @Column({ type: 'text' }) kind!: 'original' | 'picked' | 'restored';
  /** Null if the kind is `restored`. */
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'timestamptz' }) since!: string;
}
