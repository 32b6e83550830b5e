import type { Benchmark } from '../benchmark.js';
import { say } from '../progress.js';
import { seconds } from '../show.js';
import { median } from '../statistics.js';

const maxSeconds = 20;

/** From `npm start` to its "Ready", on a folder that has been used before. */
export const measureStart: Benchmark = async ({ copy, rounds }) => {
  const took: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await copy.restart();
    took.push(copy.readyAfterMs / 1_000);
    say(`start, round ${round} of ${rounds}: ready after ${seconds(copy.readyAfterMs / 1_000)}`);
  }
  const figure = median(took);
  return [
    {
      name: 'npm start to ready',
      ours: seconds(figure),
      target: `≤ ${seconds(maxSeconds)}`,
      passed: figure <= maxSeconds,
    },
  ];
};
