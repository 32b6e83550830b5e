import type { Part } from './html-parts.js';

/** A known name in brackets: a shortcode, or a word. */
export interface Shortcode {
  kind: 'shortcode';
  text: string;
  name: string;
  isClosing: boolean;
  attributes: string;
}
export type Piece = Part | Shortcode;

export interface Ends {
  /** The index of the closing shortcode by that of the opening one. */
  pairs: ReadonlyMap<number, number>;
  /** The indices of closing shortcodes that have an opening one. */
  closers: ReadonlySet<number>;
}
