import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person as the header greets them. The e-mail is shown to nobody but them. */
@Entity({ schema: 'read_v1', name: 'commenter' })
export class CommenterRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: 'guest' | 'account' | 'erased';
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  /** By {@link foldName}; accounts alone are found by their name. */
  @Column({ name: 'folded_name', type: 'text', nullable: true }) foldedName!: string | null;
  @Column({ type: 'text', nullable: true }) bio!: string | null;
  /** As it was entered: whoever shows it must not trust it. */
  @Column({ type: 'text', nullable: true }) image!: string | null;
  @Column({ type: 'jsonb' }) roles!: string[];
  @Column({ name: 'erasure_due_at', type: 'timestamptz', nullable: true }) erasureDueAt!: string | null;
}
