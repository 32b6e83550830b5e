import { BareAmpersands } from './bare-ampersands.js';
import { forbiddenCharacters } from './character-reference.js';

/**
 * XML as people and their tools write it, made well-formed in portions, as a person would read it: a bare `&` stands for
 * itself, HTML's named entities are known, forbidden control characters are passed over and counted.
 */
export class ForgivenText {
  private readonly ampersands = new BareAmpersands();
  private dropped = 0;

  /** The text so far that is certain. */
  read(portion: string, isLast = false): string {
    const clean = portion.replace(forbiddenCharacters, '');
    this.dropped += portion.length - clean.length;
    return this.ampersands.escape(clean, isLast);
  }

  /** How many characters were passed over so far. */
  get forbidden(): number {
    return this.dropped + this.ampersands.forbidden;
  }
}
