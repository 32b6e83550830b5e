import { decodeHTML, decodeHTMLStrict } from 'entities';
import type { BodyFormat } from '#contracts/body-format.js';
import { Budget, BudgetSpent } from '#rendering/budget.js';
import { partsOf, type Part } from '#rendering/html-parts.js';
import { budgetFor } from '#rendering/limits.js';

/**
 * The ways in which a body as entered may be read: with its markup taken for text, and without it. Each is a list of pieces,
 * between which markup was taken out. What stands in the rendered text stands in one of them.
 */
export function readingsOf(body: string, format: BodyFormat): string[][] {
  if (format === 'text') return [[body]];
  // What exceeds its budget is shown as text.
  return [[body], ...(format === 'html' ? readingsOfHtml(body) : readingsOfMarkdown(body))];
}

const link = /\[[^[\]]{0,2000}\](?:\([^()\s]{0,2000}(?:\s[^()]{0,1000})?\)|\[[^[\]]{0,2000}\])?/;

function readingsOfMarkdown(body: string): string[][] {
  const decoded = decodeHTMLStrict(body);
  return [[decoded], decoded.split(link)];
}

const shortcode = /\[[^[\]]{0,2000}\]/;
/** No letter, and of no text. */
const takenOut = '\u2063';

/** Their text is not shown. */
const notShown = new Set(['script', 'style', 'textarea', 'option', 'xmp']);

function readingsOfHtml(body: string): string[][] {
  const parts = partsWithin(body);
  const [all, shown] = [textsOf(parts, () => true), textsOf(parts, (within) => !notShown.has(within))];
  return [all, shown, shown.join(takenOut).split(shortcode)];
}

function partsWithin(body: string): Part[] {
  try {
    return partsOf(body, new Budget(budgetFor(body)));
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return [];
  }
}

/** @param counts whether text counts in an element, by its name */
function textsOf(parts: readonly Part[], counts: (within: string) => boolean): string[] {
  let within = '';
  return parts.flatMap((part) => {
    if (part.kind === 'open') within = part.name;
    else if (part.kind === 'close') within = '';
    else if (counts(within)) return [decodeHTML(part.text)];
    return [];
  });
}
