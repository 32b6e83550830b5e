import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's comments by the partition they came from, so that partitions never wait for each other; summed on read. */
@Entity({ name: 'comments_by_person' })
export class CommentsByPersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ type: 'integer' }) count!: number;
}
