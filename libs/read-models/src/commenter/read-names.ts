import { type EntityManager, In } from 'typeorm';
import { CommenterRow } from './commenter.entity.js';

/** The own names of people, by id; those who are not projected are missing. */
export async function readNames(tables: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const where = { personId: In([...new Set(personIds)]) };
  const rows = await tables.find(CommenterRow, { select: { personId: true, name: true }, where });
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}
