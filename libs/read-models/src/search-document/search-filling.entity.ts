import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the documents were compared with what readers see; no row: to the end. */
@Entity({ name: 'search_filling' })
export class SearchFillingRow {
  @PrimaryColumn({ type: 'text' }) kind!: 'article' | 'comment';
  /** The last id that was looked at. */
  @Column({ type: 'text' }) last!: string;
}
