import { FoldedText, foldText } from './folded-text.js';

/** The letters and digits of a text, folded: what of a term markup cannot change, only interrupt. */
export interface Letters {
  units: number[];
  /** With their case. */
  kept: number[];
  /** Whether a word may begin before each: something else stands there, or was taken out. One more for the end. */
  gaps: boolean[];
}

/** @param pieces of a text; what stood between them was taken out */
export function lettersOf(pieces: readonly string[]): Letters {
  const letters: Letters = { units: [], kept: [], gaps: [] };
  let gap = true;
  for (const piece of pieces) {
    const text = foldText(piece);
    for (let at = 0; at < text.length; at += 1) {
      if (text.isOfWord(at)) push(letters, text, at, gap);
      gap = !text.isOfWord(at);
    }
    gap = true;
  }
  letters.gaps.push(true);
  return letters;
}

function push({ units, kept, gaps }: Letters, text: FoldedText, at: number, gap: boolean): void {
  units.push(text.unitAt(at));
  kept.push(text.keptAt(at));
  gaps.push(gap);
}

export const stringOf = (units: readonly number[], from = 0, to = units.length): string =>
  String.fromCharCode(...units.slice(from, to));
