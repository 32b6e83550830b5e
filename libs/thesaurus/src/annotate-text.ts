import type { CompiledThesaurus } from './compile-thesaurus.js';
import { findOccurrences } from './find-occurrences.js';
import { foldText } from './folded-text.js';
import { houseNameFor } from './house-name.js';
import { splice } from './splice.js';
import type { Place } from './thesaurus-entry.js';
import { addressesIn } from './addresses.js';

/**
 * A title or description, plain text, with its substitutions; glosses stand in bodies only. The result has no marks: hand in
 * the original each time.
 */
export function annotateText(text: string, compiled: CompiledThesaurus, place: Place = {}): string {
  const folded = foldText(text, addressesIn(text));
  const edits = [...findOccurrences(folded, compiled.substitution, place)].map((found) => ({
    from: folded.beginOf(found.begin),
    to: folded.endOf(found.end - 1),
    put: houseNameFor(folded, found),
  }));
  return splice(text, edits);
}
