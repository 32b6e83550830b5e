import { foldText } from './folded-text.js';
import { FormTrie } from './form-trie.js';
import { maxEntries, maxFormCharacters } from './limits.js';
import { formsOf, type ThesaurusEntry } from './thesaurus-entry.js';

/** A term or inflection as it is matched. */
export interface Form {
  entry: ThesaurusEntry;
  /** Folded, with its case. */
  kept: string;
}

export interface Forms {
  trie: FormTrie;
  /** What stands for the string of a node, in the order of precedence. */
  at: Map<number, Form[]>;
  /** Whether some term may begin within a word. */
  withinWords: boolean;
}

/** All entries of all sections, ready to be matched; entries are never changed. */
export type CompiledThesaurus = Readonly<Record<ThesaurusEntry['kind'], Forms>>;

/**
 * Compiles a thesaurus for all sections at once: which entries count is asked where a term is found.
 * @throws RangeError beyond `maxEntries` or `maxFormCharacters`.
 */
export function compileThesaurus(entries: readonly ThesaurusEntry[]): CompiledThesaurus {
  if (entries.length > maxEntries) throw new RangeError(`A thesaurus has ${maxEntries} entries at most.`);
  if (formCharacters(entries) > maxFormCharacters)
    throw new RangeError(`The terms and inflections of a thesaurus have ${maxFormCharacters} characters at most.`);
  const ofKind = (kind: ThesaurusEntry['kind']) => compileForms(entries.filter((entry) => entry.kind === kind));
  return { gloss: ofKind('gloss'), substitution: ofKind('substitution') };
}

/** Characters of all terms and inflections, folded: what `maxFormCharacters` bounds. */
export const formCharacters = (entries: readonly ThesaurusEntry[]): number =>
  entries.flatMap(formsOf).reduce((sum, form) => sum + foldForm(form).folded.length, 0);

/** A term as it is matched: folded, without white space around it. Forms with the same `folded` are the same term. */
export function foldForm(form: string): { folded: string; kept: string } {
  const text = foldText(form.trim());
  return { folded: text.foldedOf(0, text.length), kept: text.keptOf(0, text.length) };
}

function compileForms(entries: readonly ThesaurusEntry[]): Forms {
  const forms = entries.flatMap((entry) => formsOf(entry).map((form) => ({ entry, ...foldForm(form) })));
  const trie = new FormTrie(forms.reduce((sum, { folded }) => sum + folded.length, 0));
  const at = new Map<number, Form[]>();
  for (const { folded, ...form } of forms) {
    if (folded === '') continue;
    const node = trie.add(folded);
    const beside = at.get(node);
    if (beside) beside.push(form);
    else at.set(node, [form]);
  }
  for (const beside of at.values()) beside.sort(byPrecedence);
  return { trie, at, withinWords: entries.some(({ wholeWords }) => !wholeWords) };
}

/** A section's entry before the site's, one that regards case before one that does not. */
const byPrecedence = ({ entry: one }: Form, { entry: other }: Form): number =>
  Number(one.scope === 'all') - Number(other.scope === 'all') ||
  Number(other.caseSensitive) - Number(one.caseSensitive) ||
  (one.entryId < other.entryId ? -1 : 1);
