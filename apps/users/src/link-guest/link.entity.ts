import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The account that a guest is linked to, and the guest's names that are held for it, by their hashes. */
@Entity({ name: 'links' })
export class LinkRow {
  @PrimaryColumn({ name: 'guest_id', type: 'uuid' }) guestId!: string;
  @Index('links_of_account')
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;
  @Column({ name: 'held_names', type: 'text', array: true }) heldNames!: string[];
}
