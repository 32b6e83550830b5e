import { Entity, PrimaryColumn } from 'typeorm';

/** One row: which building of the set this is. What was numbered in another building counts for nothing here. */
@Entity({ name: 'set_build' })
export class SetBuildRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
}
