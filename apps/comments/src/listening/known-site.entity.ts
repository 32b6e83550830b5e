import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosesAfter } from '#contracts/articles/closing.js';

/** What the site says of when one comments, as replicated to comments: one row; null: it says nothing. */
@Entity({ name: 'known_site' })
export class KnownSiteRow {
  /** The stream's name. */
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'closes_after', type: 'jsonb', nullable: true }) closesAfter!: ClosesAfter | null;
  @Column({ name: 'quiet_from', type: 'text', nullable: true }) quietFrom!: string | null;
  @Column({ name: 'quiet_until', type: 'text', nullable: true }) quietUntil!: string | null;
  @Column({ name: 'time_zone', type: 'text', nullable: true }) timeZone!: string | null;
  /** For how long comments can be edited. */
  @Column({ name: 'edit_minutes', type: 'integer', nullable: true }) editMinutes!: number | null;
}
