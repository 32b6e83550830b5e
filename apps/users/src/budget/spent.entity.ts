import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a daily budget was spent, on the last day with any spending. */
@Entity({ name: 'spent' })
export class SpentRow {
  @PrimaryColumn({ name: 'subject_id', type: 'uuid' }) subjectId!: string;
  @PrimaryColumn({ type: 'text' }) budget!: string;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'integer' }) count!: number;
}
