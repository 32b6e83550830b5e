import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a stream has come to, in the form of one fold; written with the events, and made anew from them where it is not there. */
@Entity({ name: 'stream_states' })
export class StreamStateRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'text' }) fold!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'json', nullable: true }) state!: unknown;
}
