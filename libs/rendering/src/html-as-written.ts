import type { Budget } from './budget.js';

const block =
  '(?:p|h[1-6]|ul|ol|li|dl|dt|dd|div|section|blockquote|table|thead|tbody|tfoot|tr|td|th|figure|figcaption|hr|pre)';
const blockBegins = new RegExp(`<${block}[\\s/>]`, 'gi');
// Up to the next tag at most: one that never ends is looked for from each of its beginnings on.
const blockEnds = new RegExp(`</${block}>|<hr[^<>]*>`, 'gi');
const startsWithBlock = new RegExp(`^</?${block}[\\s/>]`, 'i');

/**
 * HTML as people type it and WordPress keeps it, with what is only implied: blank lines part paragraphs, other line
 * breaks are line breaks; comments for an editor and shortcodes for plug-ins are left out. What is preformatted stays.
 * @throws BudgetSpent where there are more paragraphs than any text has.
 */
export function htmlAsWritten(html: string, budget: Budget): string {
  const withoutComments = sections(html, '<!--', '-->')
    .map(({ outside }) => outside)
    .join('');
  return sections(withoutComments, '<pre', '</pre>')
    .map(({ outside, inside }) => `${paragraphs(withoutShortcodes(outside), budget)}\n${inside}`)
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
    .replace(/\r\n?/g, '\n')
    .replace(blockBegins, '\n\n$&')
    .replace(blockEnds, '$&\n\n')
    .split(/\n[^\S\n]*\n\s*/);
  budget.spend('elements', chunks.length);
  return chunks
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map((chunk) => (startsWithBlock.test(chunk) ? chunk : `<p>${chunk.replaceAll('\n', '<br />')}</p>`))
    .join('\n');
}

/** Shortcodes that stand alone without attributes. */
const known = new Set(['gallery', 'caption', 'wp_caption', 'audio', 'video', 'playlist', 'embed']);

/** `[gallery ids="1,2"]` and `[caption …]…[/caption]` without their brackets; `[sic]` and `[1]` are words. */
function withoutShortcodes(html: string): string {
  if (!html.includes('[')) return html;
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]{0,40})\]/gi)].map(([, name = '']) => name.toLowerCase()));
  return html.replace(/\[(\/?)([a-z][\w-]{0,40})(\s[^[\]]*)?\]/gi, (text, slash: string, name: string, rest = '') => {
    const isOne =
      slash !== '' ||
      known.has(name.toLowerCase()) ||
      closed.has(name.toLowerCase()) ||
      /\s[\w-]+=/.test(rest as string);
    return isOne ? '' : text;
  });
}
