import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For how long comments can be edited, as replicated to comments: at most one row. */
@Entity({ name: 'edit_window' })
export class EditWindowRow {
  /** The name of the site's stream. */
  @PrimaryColumn({ type: 'text' }) site!: string;
  @Column({ type: 'integer' }) minutes!: number;
}
