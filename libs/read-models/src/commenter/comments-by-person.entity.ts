import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The number of a person's comments, one row for each partition, so that partitions never wait for each other; summed
 * on read.
 */
@Entity({ name: 'comments_by_person' })
export class CommentsByPersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ type: 'integer' }) count!: number;
}
