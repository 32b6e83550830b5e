import { Entity, PrimaryColumn } from 'typeorm';

/** One erased person, so that what arrives late from another topic is shown as erased too. */
@Entity({ name: 'erased_person' })
export class ErasedPersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
}
