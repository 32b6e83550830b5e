import { singleLine } from './plain-text.js';
import { isBlank } from './visible-text.js';

/** Turns around what stands beside it, or is unseen and makes one name look like another. */
const misleading = /[\p{Bidi_Control}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/u;

/** A name that is shown beside others' texts: a line of one to `most` code points that misleads nobody. */
export const publishedName = (most: number) => singleLine(most).refine((name) => !misleading.test(name), 'is invalid');

const lineBreaks = /[\t-\r\u0085\u2028\u2029]+/g;
const dropped = new RegExp(`${misleading.source}|\\p{Cc}`, 'gu');

/** What is left of an archive's name without what breaks that rule: '' where that is nothing to see, as of who gave none. */
export function archivedName(name: string): string {
  const left = name.replace(lineBreaks, ' ').replace(dropped, '').trim();
  return isBlank(left) ? '' : left;
}
