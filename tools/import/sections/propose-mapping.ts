import { archivedName } from '#contracts/published-name.js';
import { slugOf } from '../../../apps/articles/src/article/slug.js';
import { SectionName, type MappedCategory } from './mapping.js';

/** Upper bound of the sections that are proposed: more are no help to readers. */
export const maxProposedSections = 20;

/** WordPress's own for what is in none. */
const none = /^uncategori[sz]ed$/i;

export interface CategoryCount {
  category: string;
  articles: number;
}

/**
 * Proposes what becomes of an archive's categories: those with the most articles are sections, others are tags. Categories that
 * would have one address are one section.
 * @param categories those with the most articles first
 */
export function* proposeMapping(categories: Iterable<CategoryCount>): Generator<MappedCategory> {
  const sections = new Map<string, string>();
  for (const { category, articles } of categories) {
    const counted = { category, articles };
    const { success, data: name = '' } = SectionName.safeParse(archivedName(category));
    const known = sections.get(slugOf(name));
    if (none.test(category)) yield { ...counted, as: 'ignore' };
    else if (!success || (known === undefined && sections.size >= maxProposedSections)) yield { ...counted, as: 'tag' };
    else {
      sections.set(slugOf(name), known ?? name);
      yield { ...counted, as: 'section', name: known ?? name };
    }
  }
}
