import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where a range of addresses lies, so that those of an address are found. What was said of it is its stream’s. */
@Entity({ name: 'address_range_networks' })
export class AddressRangeNetworkRow {
  @PrimaryColumn({ name: 'range_id', type: 'uuid' }) rangeId!: string;
  @Index('address_range_networks_network', { type: 'gist' })
  @Column({ type: 'cidr' })
  network!: string;
}
