import { markup, type Part } from './html-parts.js';
import { WhereTextStands } from './where-text-stands.js';

/** A URL in HTML text. `&amp;` belongs to it; a quote or bracket ends it, typed or as a reference. */
const address = /(?<![\w/@.:=-])(?:https?:\/\/|www\.)(?:[^\s<>"'`&\p{C}]|&amp;|&(?=[\w%+-]+=))+/giu;
const openings = new Map([
  [')', '('],
  [']', '['],
]);

/** Turns each bare URL into a link, unless it is inside a link or in verbatim text. */
export function withBareLinks(parts: readonly Part[]): Part[] {
  const where = new WhereTextStands();
  return parts.map((part) => {
    where.pass(part);
    if (part.kind !== 'text' || where.isVerbatim || where.isInLink) return part;
    return markup(part.text.replace(address, linked));
  });
}

function linked(found: string): string {
  const url = found.slice(0, endOf(found));
  if (!/[a-z0-9]/i.test(url.replace(/^(?:https?:\/\/|www\.)/i, ''))) return found;
  return `${linkTo(url)}${found.slice(url.length)}`;
}

export const linkTo = (url: string, title = url): string =>
  `<a href="${/^www\./i.test(url) ? `http://${url}` : url}">${title.replaceAll('<', '&lt;')}</a>`;

/**
 * Where a URL ends: without the sentence's punctuation after it, and without a closing bracket whose opening one is before
 * it.
 */
function endOf(found: string): number {
  const unopened = new Map(
    [...openings].map(([closing, opening]) => [closing, countOf(found, closing) - countOf(found, opening)]),
  );
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const extra = unopened.get(last) ?? 0;
    if (extra > 0) unopened.set(last, extra - 1);
    else if (!/[.,:;!?…*_]/.test(last) || found.endsWith('&amp;', end)) break;
  }
  return end;
}

const countOf = (found: string, character: string) => found.split(character).length - 1;
