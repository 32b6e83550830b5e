import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many distinct events Kafka has acknowledged for a partition. */
@Entity({ name: 'relayed' })
export class RelayedRow {
  @PrimaryColumn({ type: 'text' }) topic!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ type: 'bigint' }) count!: string;
}
