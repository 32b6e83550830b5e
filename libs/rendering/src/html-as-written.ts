import { withBareLinks } from './bare-links.js';
import { withBlockBreaks } from './block-breaks.js';
import type { Budget } from './budget.js';
import { htmlOf, partsOf } from './html-parts.js';
import { withMediaLinks } from './media-links.js';
import { withoutShortcodes } from './shortcodes.js';

const block = '(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|thead|tbody|tfoot|tr|td|th|figure|figcaption|hr|pre)';
const blockBegins = new RegExp(`<${block}[\\s/>]`, 'gi');
// Up to the next tag at most: one that never ends is looked for from each of its beginnings on.
const blockEnds = new RegExp(`</${block}>|<hr[^<>]*>`, 'gi');
const startsWithBlock = new RegExp(`^</?${block}[\\s/>]`, 'i');
const endsBlock = new RegExp(`</${block}>$`, 'i');
const typedBreak = /<br\b[^<>]*>[^\S\n]*\n|\n[^\S\n]*<br\b[^<>]*>/gi;

/**
 * HTML as people type it and WordPress keeps it, with what is only implied: blank lines and blocks part paragraphs, other line
 * breaks are line breaks, addresses and players are links; comments for an editor are left out, shortcodes for plug-ins are
 * what they stand for. What is preformatted stays.
 * @throws BudgetSpent where there are more tags, attributes and paragraphs than any text has.
 */
export function htmlAsWritten(html: string, budget: Budget): string {
  const parts = withBareLinks(withoutShortcodes(withMediaLinks(partsOf(html.replace(/\r\n?/g, '\n'), budget))));
  return sections(htmlOf(withBlockBreaks(parts)), '<pre', '</pre>')
    .map(({ outside, inside }) => `${paragraphs(outside, budget)}\n${inside}`)
    .join('\n');
}

/** Parts of the text that lie outside and inside, in turns. What is not closed is outside. */
function sections(html: string, begin: string, end: string): { outside: string; inside: string }[] {
  // Of ASCII alone: others, such as İ, become longer in small letters.
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

/** What stands alone in a cell or an item is no paragraph of its own. */
const isAllOfItsCell = (before = '', behind = ''): boolean =>
  behind.startsWith('</') && /^<(?:td|th|li|dt|dd|figure|figcaption)(?:\s[^<>]*)?>$/i.test(before);
