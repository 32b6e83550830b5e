import { shown } from './printable.js';
import { Lines } from './sentence.js';

/** Rows under headings, in columns as wide as they need; numbers are right-aligned. */
export function table(headings: string[], rows: (string | number)[][]): Lines {
  const text = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : shown(cell))),
  );
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...text.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = (column: number) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number');
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return new Lines([headings, ...text].map(line).join('\n'));
}
