import { median } from './statistics.js';

/** One line of the table. */
export interface Figure {
  name: string;
  ours: string;
  reference?: string;
  ratio?: string;
  target?: string;
  passed?: boolean;
}

export interface Comparison {
  name: string;
  /** One value a round; `reference` is measured right beside it. */
  ours: number[];
  reference: number[];
  show(value: number): string;
  /** Of ours to the reference. */
  target: { atLeast: number } | { atMost: number };
}

/**
 * Ours beside the reference, both as medians. The ratio is the median of the rounds' ratios: what slows the machine
 * down for a while slows both of a round, so a ratio within one says more than one of two medians.
 */
export function compare({ name, ours, reference, show, target }: Comparison): Figure {
  const ratio = median(ours.map((value, round) => value / (reference[round] ?? NaN)));
  return {
    name,
    ours: show(median(ours)),
    reference: show(median(reference)),
    ratio: ratio.toFixed(2),
    target: 'atLeast' in target ? `≥ ${target.atLeast.toFixed(2)}` : `≤ ${target.atMost.toFixed(2)}`,
    passed: 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost,
  };
}
