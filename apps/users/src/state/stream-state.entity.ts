import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The state of a stream under one fold; written with the events, and rebuilt from them if it is missing. */
@Entity({ name: 'stream_states' })
export class StreamStateRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'text' }) fold!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'json', nullable: true }) state!: unknown;
}
