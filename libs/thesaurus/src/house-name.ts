import type { Occurrence } from './find-occurrences.js';
import type { FoldedText } from './folded-text.js';

const hasSmall = (text: string) => /\p{Ll}/u.test(text);
const isAllCapitals = (text: string) => !hasSmall(text) && /\p{Lu}.*\p{Lu}/su.test(text);
const raised = (text: string) => text.replace(/^\P{L}*\p{Ll}/u, (beginning) => beginning.toUpperCase());

/**
 * The house name as it stands for an occurrence: in capitals where the occurrence is in capitals and the term is not; with a
 * capital first letter where the occurrence has one, as at the beginning of a sentence, and the term has none; else as entered.
 */
export function houseNameFor(text: FoldedText, { begin, end, form }: Occurrence): string {
  const occurrence = text.keptOf(begin, end);
  const { kept, entry } = form;
  if (isAllCapitals(occurrence) && hasSmall(kept)) return entry.text.toUpperCase();
  if (/^\P{L}*\p{Lu}/u.test(occurrence) && /^\P{L}*\p{Ll}/u.test(kept)) return raised(entry.text);
  return entry.text;
}
