import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A range of addresses, and the sanctions against it. */
@Entity({ name: 'known_address_range' })
export class KnownAddressRangeRow {
  @PrimaryColumn({ name: 'range_id', type: 'uuid' }) rangeId!: string;
  @Index('known_address_range_network', { type: 'gist' })
  @Column({ type: 'cidr' })
  network!: string;
  @Column({ type: 'jsonb' }) sanctions!: object;
}
