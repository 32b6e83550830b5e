import type { ArticleInList } from './answers.js';
import { type Filed, sectionOf } from './section-of.js';

export interface SectionOfDay {
  /** Undefined: they are in none. */
  filed: Filed | undefined;
  articles: ArticleInList[];
}

/**
 * Articles by their section: the site's sections in their order, then what has a tag for one, then what is in none; each in
 * the order in which the articles are given.
 */
export function bySection(articles: readonly ArticleInList[], sections: readonly { slug: string }[]): SectionOfDay[] {
  const places = new Map(sections.map(({ slug }, at) => [slug, at]));
  const placeOf = ({ section, tagList }: ArticleInList) =>
    section ? (places.get(section.slug) ?? places.size) : places.size + (tagList[0] ? 1 : 2);
  return [...Map.groupBy(articles, (article) => sectionOf(article)?.path)]
    .map(([, ofSection]) => ({ ofSection, place: placeOf(ofSection[0] as ArticleInList) }))
    .sort((one, other) => one.place - other.place)
    .map(({ ofSection }) => ({ filed: sectionOf(ofSection[0] as ArticleInList), articles: ofSection }));
}
