import { BareAmpersands } from './bare-ampersands.js';
import { forbiddenCharacters } from './character-reference.js';

/**
 * Makes XML of people and their tools well-formed, in portions: a bare `&` is escaped, HTML's named entities are converted,
 * forbidden control characters are removed and counted.
 */
export class ForgivenText {
  private readonly ampersands = new BareAmpersands();
  private dropped = 0;

  /** The text that no further portion can change. */
  read(portion: string, isLast = false): string {
    const clean = portion.replace(forbiddenCharacters, '');
    this.dropped += portion.length - clean.length;
    return this.ampersands.escape(clean, isLast);
  }

  /** How many characters were removed so far. */
  get forbidden(): number {
    return this.dropped + this.ampersands.forbidden;
  }
}
