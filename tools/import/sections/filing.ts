import { Fault } from '#tools/stack/fault.js';
import { sentence } from '#tools/terminal/sentence.js';
import type { ArchiveArticle } from '../archive.js';
import type { Mapping } from './mapping.js';

/** Upper bound of the tags of an archive's article. */
const maxTags = 500;

export interface Filed {
  /** The section's name. */
  section: string | undefined;
  tagList: string[];
}

/** Files articles by the categories that they have. */
export class Filing {
  /** The sections that articles are filed in, and by which category first. */
  readonly used = new Map<string, string>();
  /** Their ids, by name. */
  readonly ids = new Map<string, string>();

  constructor(private readonly mapping: Mapping) {}

  /** @throws Fault if a category of the archive is not mapped: what is imported is not filed anew by another mapping */
  requireAll(categories: Iterable<{ category: string }>): void {
    const missing: string[] = [];
    let count = 0;
    for (const { category } of categories) {
      if (this.mapping.has(category)) continue;
      count += 1;
      if (count <= 3) missing.push(sentence`“${category}”`);
    }
    if (count === 0) return;
    const such = count > missing.length ? `such as ${missing.join(', ')}` : missing.join(', ');
    throw new Fault(
      `--sections: ${count} of the categories are not in it, ${such}. Add them; "as": "ignore" is enough.`,
    );
  }

  /** An article is in one section, that of its first category with one; by those of the others it is tagged. */
  file({ tagList, provenance: { categories = [] } }: ArchiveArticle): Filed {
    let section: string | undefined;
    const tags = new Set(tagList);
    for (const category of categories) {
      const meaning = this.mapping.get(category);
      if (meaning === undefined || meaning.as === 'ignore') continue;
      const { as, name } = meaning;
      if (as === 'section' && section === undefined) {
        section = name;
        if (!this.used.has(name)) this.used.set(name, category);
      } else if (name !== section) tags.add(name);
    }
    return { section, tagList: [...tags].slice(0, maxTags) };
  }
}
