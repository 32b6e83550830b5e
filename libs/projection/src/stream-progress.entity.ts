import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The projected version of a stream. */
@Entity({ name: 'stream_progress' })
export class StreamProgressRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
}
