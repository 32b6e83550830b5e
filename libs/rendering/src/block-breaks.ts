import { markup, text, type Part } from './html-parts.js';
import { WhereTextStands } from './where-text-stands.js';

/** Block elements that the sanitiser removes; the paragraphs they separate stay separate. */
const blocks = new Set([
  ...['div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'hgroup', 'address', 'center'],
  ...['form', 'fieldset', 'legend', 'details', 'summary', 'dialog', 'noscript', 'menu', 'dir'],
]);
const inline = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'small', 'big', 'sub', 'sup']);

/** Turns the tags of these blocks into blank lines; inside a link or emphasis, which a blank line would end, into line breaks. */
export function withBlockBreaks(parts: readonly Part[]): Part[] {
  const where = new WhereTextStands();
  let depth = 0;
  let isShown = false;
  let breaks = false;
  return parts.flatMap((part) => {
    where.pass(part);
    if (part.kind === 'open' || part.kind === 'close') {
      if (where.isVerbatim) return [part];
      if (inline.has(part.name)) depth = Math.max(0, depth + (part.kind === 'open' ? 1 : -1));
      if (depth === 0) isShown = breaks = false;
      if (!blocks.has(part.name)) return [part];
      breaks = isShown;
      return depth > 0 ? [] : [text('\n\n')];
    }
    if (depth === 0 || part.text.trim() === '') return [part];
    const put = breaks ? [markup('<br />'), part] : [part];
    breaks = false;
    isShown = true;
    return put;
  });
}
