import type { CompiledThesaurus } from './compile-thesaurus.js';
import { findOccurrences, type Occurrence } from './find-occurrences.js';
import { houseNameFor } from './house-name.js';
import { markedAside, markedName, originalOf } from './marks.js';
import { readHtml, type HtmlText, type TextNode } from './read-html.js';
import { splice, type Edit } from './splice.js';
import type { Place } from './thesaurus-entry.js';

/**
 * Rendered and sanitised HTML in the house view. Each occurrence of a substitution is shown under its house name, with the
 * source's words as its title; behind the first occurrence of a gloss stands the aside. Nothing is done in links, verbatim text
 * and addresses; a heading gets no aside, a term that inline tags cut into no house name. Marks that are there are taken
 * off first, so that annotating twice is annotating once. Adds at most `maxAddedBytes(html)`, and takes linear time.
 */
export function annotateHtml(html: string, compiled: CompiledThesaurus, place: Place = {}): string {
  const original = originalOf(html);
  if (isEmpty(compiled)) return original;
  const text = readHtml(original);
  const substitutions = substitutionsIn(original, text, compiled, place);
  const asides = asidesIn(original, text, compiled, place);
  return splice(original, merged(substitutions, asides));
}

const isEmpty = ({ gloss, substitution }: CompiledThesaurus) => gloss.at.size + substitution.at.size === 0;

function substitutionsIn(html: string, text: HtmlText, compiled: CompiledThesaurus, place: Place): Edit[] {
  const { folded } = text;
  return [...findOccurrences(folded, compiled.substitution, place)].flatMap((found) => {
    const [from, to] = [folded.beginOf(found.begin), folded.endOf(found.end - 1)];
    if (nodeAt(text, from) !== nodeAt(text, to - 1)) return [];
    return { from, to, put: markedName(houseNameFor(folded, found), html.slice(from, to)) };
  });
}

function asidesIn(html: string, text: HtmlText, compiled: CompiledThesaurus, place: Place): Edit[] {
  const done = new Set<string>();
  const asides: Edit[] = [];
  for (const found of findOccurrences(text.folded, compiled.gloss, place)) {
    const { entryId, text: aside } = found.form.entry;
    const node = nodeAt(text, text.folded.endOf(found.end - 1) - 1);
    if (done.has(entryId) || !node || node.inHeading) continue;
    done.add(entryId);
    const at = behindWord(html, text, found, node);
    asides.push({ from: at, to: at, put: markedAside(aside) });
  }
  return asides;
}

const restOfWord = /[\p{L}\p{M}\p{N}]{0,50}(?:(?:['’‐‑-]|&#39;)[\p{L}\p{M}\p{N}]{1,50}){0,3}/uy;
const endOfClause = /(?:[.,;:!?…)\]}”’»'"]|&#39;|&quot;){0,5}/uy;

/** Where an aside stands: behind the written word (“Mosul’s”), its punctuation, and the inline tags that end there. */
function behindWord(html: string, { folded }: HtmlText, { end }: Occurrence, { to, behind }: TextNode): number {
  const own = folded.endOf(end - 1);
  restOfWord.lastIndex = own;
  restOfWord.exec(html);
  endOfClause.lastIndex = restOfWord.lastIndex;
  endOfClause.exec(html);
  const at = folded.hasBarrier(end, endOfClause.lastIndex) ? own : endOfClause.lastIndex;
  return at === to ? behind : at;
}

/** Both in order; an aside within a term that is substituted stands behind it. */
function merged(substitutions: readonly Edit[], asides: readonly Edit[]): Edit[] {
  let next = 0;
  const moved = asides
    .toSorted((one, other) => one.from - other.from)
    .map((aside) => {
      while ((substitutions[next]?.to ?? Infinity) <= aside.from) next += 1;
      const { from, to } = substitutions[next] ?? aside;
      return from < aside.from ? { ...aside, from: to, to } : aside;
    });
  return [...substitutions, ...moved].sort((one, other) => one.from - other.from || one.to - other.to);
}

/** The text node that has this offset. */
function nodeAt({ nodes }: HtmlText, offset: number): TextNode | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low];
}
