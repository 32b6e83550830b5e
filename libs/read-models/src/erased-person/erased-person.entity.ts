import { Entity, PrimaryColumn } from 'typeorm';

/** One erased person, so that late events of other topics are projected as erased too. */
@Entity({ name: 'erased_person' })
export class ErasedPersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
}
