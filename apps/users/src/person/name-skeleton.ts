import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import { takenFor } from './lookalikes.js';

/**
 * What a name looks like at a glance: names with the same skeleton can be mistaken for each other. Accents, spaces and
 * punctuation do not count; i, l and 1 are the same, rn is m and vv is w.
 */
export function nameSkeleton(name: string): string {
  return [...caseFoldedName(name).normalize('NFKD')]
    .map((character) => takenFor.get(character) ?? character)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
