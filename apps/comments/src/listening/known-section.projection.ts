import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { KnownSectionRow } from './known-section.entity.js';

const sql = `
INSERT INTO listening.known_section (section_id, closes_after) SELECT * FROM unnest($1::uuid[], $2::jsonb[])
ON CONFLICT (section_id) DO UPDATE SET closes_after = excluded.closes_after`;

const jsonOf = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** When comments close in each section, from the articles topic. */
export const knownSection: Projection<KnownSectionRow, unknown, BroadsideEvent> = {
  name: 'known-section',
  rowIds: (event) => (event.type === 'SectionOpened' || event.type === 'SectionChanged' ? [event.data.sectionId] : []),
  evolve: (_row, event, sectionId) => {
    if (event.type !== 'SectionOpened' && event.type !== 'SectionChanged') return undefined;
    return { sectionId, closesAfter: event.data.commentsCloseAfterDays ?? null };
  },
  save: async (client, rows) => {
    const values = [rows.map(({ sectionId }) => sectionId), rows.map(({ closesAfter }) => jsonOf(closesAfter))];
    await client.query({ name: 'save-known-sections', text: sql, values });
  },
};
