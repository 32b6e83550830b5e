import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that was done about a person: a role, a sanction, a link, a second factor. What is said in words is scrubbed with them. */
@Entity({ name: 'person_history' })
export class PersonHistoryRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  /** Of the person's stream. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  /** The event's type. */
  @Column({ type: 'text' }) type!: string;
  /** Null: the system. */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ name: 'happened_at', type: 'timestamptz' }) happenedAt!: Date;
  /** The code of a sanction's reason. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) until!: Date | null;
  @Column({ type: 'text', nullable: true }) role!: string | null;
  /** The account of a guest's link. */
  @Column({ name: 'other_id', type: 'uuid', nullable: true }) otherId!: string | null;
}

/** As it is saved: with times as the event has them. */
export type NewPersonHistoryRow = Omit<PersonHistoryRow, 'happenedAt' | 'until'> & {
  happenedAt: string;
  until: string | null;
};
