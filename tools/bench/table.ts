import type { Figure } from './figure.js';

const heads = ['what', 'ours', 'reference', 'ratio', 'target', ''];

/** The figures as a Markdown table whose columns stand under each other on a terminal too. */
export function table(figures: Figure[]): string {
  const rows = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(width - 1, 1))}:`)).join(' | ')} |`;
  const [head = '', ...body] = rows.map(line);
  return [head, rule, ...body].join('\n');
}

const cells = ({ name, ours, reference = '', ratio = '', target = '', passed }: Figure): string[] => [
  ...[name, ours, reference, ratio, target],
  passed === undefined ? '' : passed ? 'pass' : 'FAIL',
];
