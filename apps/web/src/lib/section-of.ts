import type { ArticleInList } from './answers.js';

/** Where articles of the same subject stand. */
export interface Filed {
  name: string;
  path: string;
}

/** The section of an article; what was imported has tags for sections. */
export function sectionOf({ section, tagList }: Pick<ArticleInList, 'section' | 'tagList'>): Filed | undefined {
  if (section) return { name: section.name, path: `/sections/${encodeURIComponent(section.slug)}` };
  const [tag] = tagList;
  return tag ? { name: tag, path: `/tags/${encodeURIComponent(tag)}` } : undefined;
}
