import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stream that is halted by an event which cannot be applied. */
@Entity({ name: 'halted_stream' })
export class HaltedStreamRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) reason!: string;
  @Column({ name: 'halted_at', type: 'timestamptz', default: () => 'now()' }) haltedAt!: string;
}
