import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The network of a range of addresses, for looking up an address. Sanctions are in the range's stream. */
@Entity({ name: 'address_range_networks' })
export class AddressRangeNetworkRow {
  @PrimaryColumn({ name: 'range_id', type: 'uuid' }) rangeId!: string;
  @Index('address_range_networks_network', { type: 'gist' })
  @Column({ type: 'cidr' })
  network!: string;
}
