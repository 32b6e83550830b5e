import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The account that a guest has become, and which of the guest’s names are held for it, by their hashes. */
@Entity({ name: 'links' })
export class LinkRow {
  @PrimaryColumn({ name: 'guest_id', type: 'uuid' }) guestId!: string;
  @Index('links_of_account')
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;
  @Column({ name: 'held_names', type: 'text', array: true }) heldNames!: string[];
}
