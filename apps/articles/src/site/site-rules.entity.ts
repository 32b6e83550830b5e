import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Publishing } from '#contracts/site/site.events.js';

/** What the site's last events say of who may do what: one row, so that no decision reads the site's whole stream. */
@Entity({ name: 'site_rules' })
export class SiteRulesRow {
  @PrimaryColumn({ type: 'smallint' }) id!: number;
  @Column({ type: 'text' }) publishing!: Publishing;
}
