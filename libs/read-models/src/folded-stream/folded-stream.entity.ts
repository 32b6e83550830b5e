import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `version`: for a projector of the version before, which does not know of closing; ours is `closingVersion`.
 * The version up to which this version of the projector has folded a stream of whose events older ones may not know every
 * field. It is behind `stream_progress` where an older one went on with the stream meanwhile.
 */
@Entity({ name: 'folded_stream' })
export class FoldedStreamRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'closing_version', type: 'integer', nullable: true }) closingVersion!: number | null;
}
