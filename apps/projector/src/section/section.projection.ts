import type { Projection } from '#projection/projection.js';
import { loadSections } from '#read-models/section/load-sections.js';
import { saveSections } from '#read-models/section/save-sections.js';
import type { SectionRow } from '#read-models/section/section.entity.js';

/** Sections, from the articles topic. */
export const section: Projection<SectionRow> = {
  name: 'section',
  rowIds: (event) => (event.type === 'SectionOpened' || event.type === 'SectionChanged' ? [event.data.sectionId] : []),
  load: loadSections,
  evolve: (row, event) => {
    if (event.type !== 'SectionOpened' && event.type !== 'SectionChanged') return undefined;
    const { sectionId, slug, name, description, position, isOpen, commentsCloseAfterDays = null } = event.data;
    const had = row ? [...row.formerSlugs, row.slug] : [];
    const formerSlugs = [...new Set(had)].filter((former) => former !== slug);
    const closesAfter = commentsCloseAfterDays;
    return { sectionId, slug, name, description, position, isOpen, formerSlugs, closesAfter };
  },
  save: saveSections,
};
