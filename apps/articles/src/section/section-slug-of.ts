import { invalid } from '#decider/rejection.js';
import { slugOf } from '../article/slug.js';

/** The slug of a section's name. @throws Rejection if there is no letter or digit in it, of which an address could be made */
export function sectionSlugOf(name: string): string {
  if (!/[\p{Letter}\p{Number}]/u.test(name.normalize('NFKD'))) {
    throw invalid('SectionNameWithoutLetters', { name: 'must have a letter or a digit' });
  }
  return slugOf(name);
}
