import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account's password, hashed. */
@Entity({ name: 'credentials' })
export class CredentialRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'password_hash', type: 'text' }) passwordHash!: string;
}
