import { isDeepStrictEqual } from 'node:util';

export type Row = Record<string, unknown>;

const told = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/**
 * The differences between two versions of a table, a line for each value: row, column, both values. A new column is no
 * difference.
 * @param key the columns that identify a row.
 */
export function differences(table: string, key: readonly string[], before: Row[], now: Row[]): string[] {
  const nameOf = (row: Row) => `${table} ${key.map((column) => `${column}=${String(row[column])}`).join(' ')}`;
  const found = new Map(now.map((row) => [nameOf(row), row]));
  const lines: string[] = [];
  for (const old of before) {
    const row = found.get(nameOf(old));
    found.delete(nameOf(old));
    if (!row) lines.push(`${nameOf(old)} is missing: ${told(old)}`);
    else lines.push(...changes(nameOf(old), old, row));
  }
  return [...lines, ...[...found].map(([name, row]) => `${name} was not there: ${told(row)}`)];
}

const changes = (name: string, old: Row, row: Row) =>
  Object.entries(old)
    .filter(([column, value]) => !isDeepStrictEqual(row[column], value))
    .map(([column, value]) => `${name}: ${column} was ${told(value)} and is ${told(row[column])}`);
