import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Sanctions } from '#contracts/people/standing.js';

/** A range of addresses that something was said against; its row stays when all is lifted. */
@Entity({ name: 'address_range' })
export class AddressRangeRow {
  @PrimaryColumn({ name: 'range_id', type: 'uuid' }) rangeId!: string;
  @Index('address_range_network', { type: 'gist' })
  @Column({ type: 'cidr' })
  network!: string;
  @Column({ type: 'jsonb' }) sanctions!: Sanctions;
  /** Of its stream, so that a service can wait until it has received the same. */
  @Column({ type: 'integer' }) version!: number;
}
