import type { DatabaseSync } from 'node:sqlite';

/**
 * Cuts each circle of replies at its earliest comment, which becomes top-level. A comment without a depth at this point is
 * part of a circle, or below one and keeps its place.
 */
export function cutCircles(database: DatabaseSync): void {
  const starts = database.prepare('SELECT number FROM comment WHERE depth IS NULL');
  const parentOf = database.prepare('SELECT parent, posted_at FROM comment WHERE number = ?');
  const seen = new Set<number>();
  const cuts: number[] = [];
  for (const { number } of starts.iterate() as Iterable<{ number: number }>) {
    const chain = new Map<number, string>();
    let at = number;
    while (!seen.has(at)) {
      seen.add(at);
      const { parent, posted_at: postedAt } = parentOf.get(at) as { parent: number; posted_at: string };
      chain.set(at, postedAt);
      at = parent;
    }
    if (chain.has(at)) cuts.push(earliestFrom(at, [...chain]));
  }
  const cut = database.prepare(`UPDATE comment SET parent = NULL, reparented = 'circle' WHERE number = ?`);
  for (const number of cuts) cut.run(number);
}

/** The earliest comment of the circle at a chain's end. */
function earliestFrom(start: number, chain: [number, string][]): number {
  const circle = chain.slice(chain.findIndex(([number]) => number === start));
  return circle.reduce((first, each) => (each[1] < first[1] ? each : first))[0];
}
