import type { ClosesAfter, Closing, OwnClosing } from '#contracts/articles/closing.js';

/** What is said of when age closes an article's comments. */
export interface ClosingColumns {
  ownClosing: OwnClosing | null;
  sectionClosesAfter: ClosesAfter | null;
  siteClosesAfter: ClosesAfter | null;
}

/** Columns of `page`, by which its closing is told. */
export const closingColumns = `page.closing AS "ownClosing",
  (SELECT closes_after FROM section WHERE section.section_id = page.section_id) AS "sectionClosesAfter",
  (SELECT closes_after FROM site_identity) AS "siteClosesAfter"`;

export const closingOf = (row: ClosingColumns, publishedAt: Date): Closing => ({
  ...{ publishedAt, own: row.ownClosing, section: row.sectionClosesAfter, site: row.siteClosesAfter },
});
