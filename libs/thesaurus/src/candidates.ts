import type { BodyFormat } from '#contracts/body-format.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { FormTrie } from './form-trie.js';
import { lettersOf, stringOf, type Letters } from './letters-of.js';
import { maxPinnedBytes, maxPinnedEntries } from './limits.js';
import { readingsOf } from './readings-of.js';

/** What an article says, as it was entered. */
export interface EnteredText {
  title: string;
  description: string;
  body: string;
  format: BodyFormat;
}

interface Form {
  entry: HouseEntry;
  kept: string;
}

/**
 * A thesaurus ready to tell which of its entries may occur in a text as it is entered, before it is rendered. Only letters and
 * digits are compared, in each way in which markup may be read: so it finds some that do not occur, and none too few.
 */
export class Candidates {
  private readonly trie: FormTrie;
  private readonly at = new Map<number, Form[]>();
  private readonly withinWords: boolean;

  constructor(entries: readonly HouseEntry[]) {
    const forms = entries.flatMap((entry) =>
      [entry.term, ...entry.inflections].map((form) => ({ entry, letters: lettersOf([form]) })),
    );
    this.trie = new FormTrie(forms.reduce((sum, { letters }) => sum + letters.units.length, 0));
    this.withinWords = entries.some(({ wholeWords }) => !wholeWords);
    for (const { entry, letters } of forms) {
      if (letters.units.length === 0) continue;
      const node = this.trie.add(stringOf(letters.units));
      const beside = this.at.get(node);
      const form = { entry, kept: stringOf(letters.kept) };
      if (beside) beside.push(form);
      else this.at.set(node, [form]);
    }
  }

  /** Those that may occur, as many as an article is pinned to. */
  in(text: EnteredText): HouseEntry[] {
    return chosenOf(this.all(text));
  }

  /** All that may occur. */
  all({ title, description, body, format }: EnteredText): HouseEntry[] {
    const found = new Set<HouseEntry>();
    for (const pieces of [[title], [description], ...readingsOf(body, format)]) this.find(lettersOf(pieces), found);
    return [...found];
  }

  private find(letters: Letters, found: Set<HouseEntry>): void {
    const { units, gaps } = letters;
    for (let begin = 0; begin < units.length; begin += 1) {
      if (!gaps[begin] && !this.withinWords) continue;
      let node = FormTrie.root;
      for (let last = begin; last < units.length; last += 1) {
        node = this.trie.next(node, units[last] ?? 0);
        if (node === FormTrie.root) break;
        if (this.trie.isEnd(node)) this.take(node, letters, begin, last + 1, found);
      }
    }
  }

  private take(node: number, { kept, gaps }: Letters, begin: number, end: number, found: Set<HouseEntry>): void {
    const isWhole = Boolean(gaps[begin]) && Boolean(gaps[end]);
    for (const form of this.at.get(node) ?? []) {
      if (found.has(form.entry) || (form.entry.wholeWords && !isWhole)) continue;
      if (!form.entry.caseSensitive || stringOf(kept, begin, end) === form.kept) found.add(form.entry);
    }
  }
}

/** Of these at most `maxPinnedEntries` and `maxPinnedBytes` of JSON: the longest terms first. */
export function chosenOf(found: HouseEntry[]): HouseEntry[] {
  const sorted = found.toSorted((one, other) => lengthOf(other) - lengthOf(one) || byId(one, other));
  let bytes = 0;
  return sorted.slice(0, maxPinnedEntries).filter((entry) => {
    bytes += Buffer.byteLength(JSON.stringify(entry)) + 1;
    return bytes <= maxPinnedBytes;
  });
}

const lengthOf = ({ term, inflections }: HouseEntry) => Math.max(...[term, ...inflections].map(({ length }) => length));
const byId = (one: HouseEntry, other: HouseEntry) => (one.entryId < other.entryId ? -1 : 1);
