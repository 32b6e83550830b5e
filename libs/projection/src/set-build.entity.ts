import { Entity, PrimaryColumn } from 'typeorm';

/** One row: the id of the present build of the set. Versions of another build do not count. */
@Entity({ name: 'set_build' })
export class SetBuildRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
}
