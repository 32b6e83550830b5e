import { say } from './progress.js';

export interface Sides<Result> {
  ours(): Promise<Result>;
  reference(): Promise<Result>;
}

/** Measures both sides of each round right after each other, and lets them take turns in being first. */
export async function inRounds<Result>(
  name: string,
  { rounds, show }: { rounds: number; show(result: Result): string },
  sides: Sides<Result>,
): Promise<Record<keyof Sides<Result>, Result[]>> {
  const results: Record<keyof Sides<Result>, Result[]> = { ours: [], reference: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const order = round % 2 === 1 ? (['reference', 'ours'] as const) : (['ours', 'reference'] as const);
    for (const side of order) {
      const result = await sides[side]();
      results[side].push(result);
      say(`${name}, round ${round} of ${rounds}: ${side} ${show(result)}`);
    }
  }
  return results;
}
