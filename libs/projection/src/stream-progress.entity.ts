import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The version of a stream that is shown. */
@Entity({ name: 'stream_progress' })
export class StreamProgressRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
}
