import type { Form, Forms } from './compile-thesaurus.js';
import type { FoldedText } from './folded-text.js';
import { FormTrie } from './form-trie.js';
import { isInScope, type Place } from './thesaurus-entry.js';

/** Units `begin` to `end` of a folded text are a form. */
export interface Occurrence {
  begin: number;
  end: number;
  form: Form;
}

/**
 * The occurrences of forms, leftmost first, of those the longest, none within another. A longer form that does not count here
 * (by scope, case or word boundaries) hides no shorter one. Each beginning takes at most as many steps as the longest form has
 * characters, so that time is linear in the text's length, and does not depend on the number of forms.
 */
export function* findOccurrences(text: FoldedText, forms: Forms, place: Place): Generator<Occurrence> {
  if (forms.at.size === 0) return;
  let at = 0;
  while (at < text.length) {
    const found = text.mayBegin(at) ? longestAt(text, at, forms, place) : undefined;
    if (found) yield found;
    at = found?.end ?? at + 1;
  }
}

function longestAt(text: FoldedText, begin: number, forms: Forms, place: Place): Occurrence | undefined {
  const beginsWord = text.isBoundary(begin);
  if (!beginsWord && !forms.withinWords) return undefined;
  let longest: Occurrence | undefined;
  let node = FormTrie.root;
  for (let last = begin; last < text.length; last += 1) {
    node = forms.trie.next(node, text.unitAt(last));
    if (node === FormTrie.root) break;
    if (!forms.trie.isEnd(node) || !text.mayEnd(last)) continue;
    const end = last + 1;
    const isWhole = beginsWord && text.isBoundary(end);
    const form = forms.at
      .get(node)
      ?.find(
        ({ entry, kept }) =>
          (isWhole || !entry.wholeWords) &&
          isInScope(entry, place) &&
          (!entry.caseSensitive || text.keptOf(begin, end) === kept),
      );
    if (form) longest = { begin, end, form };
  }
  return longest;
}
