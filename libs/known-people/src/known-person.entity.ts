import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person as replicated from the users topic. Names and websites stay sealed. */
@Entity({ name: 'known_person' })
export class KnownPersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'website_event_id', type: 'uuid', nullable: true }) websiteEventId!: string | null;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  @Column({ name: 'nick_event_id', type: 'uuid', nullable: true }) nickEventId!: string | null;
  @Column({ type: 'text', nullable: true }) nick!: string | null;
  @Column({ type: 'jsonb', default: [] }) roles!: string[];
  @Column({ name: 'second_factor', type: 'boolean', default: false }) secondFactor!: boolean;
  @Column({ type: 'jsonb', default: {} }) sanctions!: object;
  @Column({ name: 'linked_to', type: 'uuid', nullable: true }) linkedTo!: string | null;
}
