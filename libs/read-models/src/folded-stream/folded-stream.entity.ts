import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The version up to which this version of the projector has folded a stream of whose events older ones may not know every
 * field. It is behind `stream_progress` where an older one went on with the stream meanwhile.
 */
@Entity({ name: 'folded_stream' })
export class FoldedStreamRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
}
