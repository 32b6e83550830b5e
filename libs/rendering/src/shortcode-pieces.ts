import type { Part } from './html-parts.js';

/** A known name in brackets, which may be a shortcode or a word. */
export interface Shortcode {
  kind: 'shortcode';
  text: string;
  name: string;
  isClosing: boolean;
  attributes: string;
}
export type Piece = Part | Shortcode;

export interface Ends {
  /** Where the shortcode that opens at one index closes. */
  pairs: ReadonlyMap<number, number>;
  /** Where one closes that opened. */
  closers: ReadonlySet<number>;
}
