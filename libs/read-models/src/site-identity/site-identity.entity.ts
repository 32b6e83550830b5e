import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosesAfter } from '#contracts/articles/closing.js';
import type { Publishing } from '#contracts/site/site.events.js';

/** What the site says of itself, in one row; null: nobody has said it. */
@Entity({ name: 'site_identity' })
export class SiteIdentityRow {
  /** The stream's name. */
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) motto!: string | null;
  @Column({ type: 'text', nullable: true }) language!: string | null;
  @Column({ name: 'time_zone', type: 'text', nullable: true }) timeZone!: string | null;
  @Column({ type: 'text', nullable: true }) publishing!: Publishing | null;
  /** For how long comments can be edited. */
  @Column({ name: 'edit_minutes', type: 'integer', nullable: true }) editMinutes?: number | null;
  @Column({ type: 'text', nullable: true }) rules!: string | null;
  @Column({ name: 'rules_html', type: 'text', nullable: true }) rulesHtml!: string | null;
  @Column({ name: 'rules_updated_at', type: 'timestamptz', nullable: true }) rulesUpdatedAt!: string | null;
  @Column({ type: 'text', nullable: true }) imprint!: string | null;
  @Column({ name: 'imprint_html', type: 'text', nullable: true }) imprintHtml!: string | null;
  @Column({ name: 'imprint_updated_at', type: 'timestamptz', nullable: true }) imprintUpdatedAt!: string | null;
  @Column({ type: 'text', nullable: true }) privacy!: string | null;
  @Column({ name: 'privacy_html', type: 'text', nullable: true }) privacyHtml!: string | null;
  @Column({ name: 'privacy_updated_at', type: 'timestamptz', nullable: true }) privacyUpdatedAt!: string | null;
  /** When comments close, and when nobody but the staff comments. */
  @Column({ name: 'closes_after', type: 'jsonb', nullable: true }) closesAfter?: ClosesAfter | null;
  @Column({ name: 'quiet_from', type: 'text', nullable: true }) quietFrom?: string | null;
  @Column({ name: 'quiet_until', type: 'text', nullable: true }) quietUntil?: string | null;
  /** The version of the renderer that made the HTML of every page. */
  @Column({ type: 'smallint', default: 1 }) renderer?: number;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: string;
}
