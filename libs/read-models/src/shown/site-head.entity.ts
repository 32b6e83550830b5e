import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer } from './answer.js';

/** The sequence of the last change that all answers of a kind share. */
@Entity({ name: 'site_head' })
export class SiteHeadRow {
  @PrimaryColumn({ type: 'text' }) answer!: Answer;
  @Column({ type: 'bigint' }) sequence!: string;
}
