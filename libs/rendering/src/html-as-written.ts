import { withBareLinks } from './bare-links.js';
import { withBlockBreaks } from './block-breaks.js';
import type { Budget } from './budget.js';
import { htmlOf, partsOf } from './html-parts.js';
import { withMediaLinks } from './media-links.js';
import { withoutShortcodes } from './shortcodes.js';

const block = '(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|thead|tbody|tfoot|tr|td|th|figure|figcaption|hr|pre)';
const blockBegins = new RegExp(`<${block}[\\s/>]`, 'gi');
// Only up to the next tag: an unclosed tag would otherwise be scanned from each of its beginnings.
const blockEnds = new RegExp(`</${block}>|<hr[^<>]*>`, 'gi');
const startsWithBlock = new RegExp(`^</?${block}[\\s/>]`, 'i');
const endsBlock = new RegExp(`</${block}>$`, 'i');
const typedBreak = /<br\b[^<>]*>[^\S\n]*\n|\n[^\S\n]*<br\b[^<>]*>/gi;

/**
 * Converts HTML as people type it and WordPress stores it, and makes explicit what it implies. Blank lines and blocks
 * separate paragraphs, other line breaks become `<br>`, bare URLs and players become links. Editor comments are removed, and
 * shortcodes are replaced by what they show. Preformatted text stays.
 * @throws BudgetSpent if there are more tags, attributes and paragraphs than any text has.
 */
export function htmlAsWritten(html: string, budget: Budget): string {
  const parts = withBareLinks(withoutShortcodes(withMediaLinks(partsOf(html.replace(/\r\n?/g, '\n'), budget))));
  return sections(htmlOf(withBlockBreaks(parts)), '<pre', '</pre>')
    .map(({ outside, inside }) => `${paragraphs(outside, budget)}\n${inside}`)
    .join('\n');
}

/** Splits the text into parts outside and inside, in turn. An unclosed part counts as outside. */
function sections(html: string, begin: string, end: string): { outside: string; inside: string }[] {
  // Only ASCII is lower-cased: other letters, such as İ, become longer.
  const text = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const found = [];
  let at = 0;
  for (let from = text.indexOf(begin); from !== -1; from = text.indexOf(begin, at)) {
    const to = text.indexOf(end, from + begin.length);
    if (to === -1) break;
    found.push({ outside: html.slice(at, from), inside: html.slice(from, to + end.length) });
    at = to + end.length;
  }
  return [...found, { outside: html.slice(at), inside: '' }];
}

function paragraphs(html: string, budget: Budget): string {
  const chunks = html
    .replace(blockBegins, '\n\n$&')
    .replace(blockEnds, '$&\n\n')
    .split(/\n[^\S\n]*\n\s*/);
  budget.spend('tags', chunks.length);
  return chunks
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map((chunk, at, chunks) => {
      if (startsWithBlock.test(chunk)) return chunk;
      const [end = ''] = endsBlock.exec(chunk) ?? [];
      const inner = chunk.slice(0, chunk.length - end.length).trim();
      const lines = inner.replace(typedBreak, '\n').replaceAll('\n', '<br />');
      return isAllOfItsCell(chunks[at - 1], end || chunks[at + 1])
        ? lines + end
        : `<p>${lines}</p>${/^<\/p>$/i.test(end) ? '' : end}`;
    })
    .join('\n');
}

/** The only text of a cell or list item is not a paragraph of its own. */
const isAllOfItsCell = (before = '', behind = ''): boolean =>
  behind.startsWith('</') && /^<(?:td|th|li|dt|dd|figure|figcaption)(?:\s[^<>]*)?>$/i.test(before);
