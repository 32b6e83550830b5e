import type { Copy } from './copy.js';
import type { Figure } from './figure.js';

export interface Surroundings {
  copy: Copy;
  rounds: number;
}

/** One of the things `--only` can name. */
export type Benchmark = (surroundings: Surroundings) => Promise<Figure[]>;
