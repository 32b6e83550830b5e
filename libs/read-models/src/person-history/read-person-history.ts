import type { EntityManager } from 'typeorm';
import { PersonHistoryRow } from './person-history.entity.js';

export type PersonHistoryEntry = Omit<PersonHistoryRow, 'personId' | 'version'>;

/** What was done about a person, the latest first; up to 500. */
export const readPersonHistory = (tables: EntityManager, personId: string): Promise<PersonHistoryEntry[]> =>
  tables.find(PersonHistoryRow, { where: { personId }, order: { version: 'DESC' }, take: 500 });
