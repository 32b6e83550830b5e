import { foldName } from '#contracts/people/fold-name.js';
import { takenFor } from './lookalikes.js';

/**
 * What a name looks like at a glance: two names with one skeleton can be taken for each other. Accents, spaces and
 * punctuation do not count, i, l and 1 are one, rn is m and vv is w.
 */
export function nameSkeleton(name: string): string {
  return [...foldName(name).normalize('NFKD')]
    .map((character) => takenFor.get(character) ?? character)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
