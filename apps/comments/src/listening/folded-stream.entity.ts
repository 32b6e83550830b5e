import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The version up to which a version of this service that knows of closing by age has folded a stream. It is behind
 * `stream_progress` where an older one went on with the stream.
 */
@Entity({ name: 'folded_stream' })
export class FoldedStreamRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
}
