import { say } from './progress.js';

export interface Sides<Result> {
  ours(): Promise<Result>;
  reference(): Promise<Result>;
}

export interface Rounds<Result> {
  rounds: number;
  /** How often both sides take turns within a round; what slows the machine down for a while then slows both. */
  slices?: number;
  /** One result of a side's slices. */
  join?(slices: Result[]): Result;
  show(result: Result): string;
}

/** Measures both sides of each round right after each other, and lets them take turns in being first. */
export async function inRounds<Result>(
  name: string,
  { rounds, slices = 1, join = (results) => results[0] as Result, show }: Rounds<Result>,
  sides: Sides<Result>,
): Promise<Record<keyof Sides<Result>, Result[]>> {
  const results: Record<keyof Sides<Result>, Result[]> = { ours: [], reference: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const measured: typeof results = { ours: [], reference: [] };
    for (let turn = round; turn < round + slices; turn += 1) {
      const order = turn % 2 === 1 ? (['reference', 'ours'] as const) : (['ours', 'reference'] as const);
      for (const side of order) measured[side].push(await sides[side]());
    }
    for (const side of ['ours', 'reference'] as const) results[side].push(join(measured[side]));
    say(`${name}, round ${round} of ${rounds}: ours ${last(results.ours)}, reference ${last(results.reference)}`);
  }
  return results;

  function last(each: Result[]): string {
    return show(each.at(-1) as Result);
  }
}
