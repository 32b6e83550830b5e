import { thesaurusEvents } from '#contracts/thesaurus/thesaurus.events.js';
import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import { loadThesaurusEntries } from '#read-models/thesaurus-entry/load-thesaurus-entries.js';
import { saveThesaurusEntries } from '#read-models/thesaurus-entry/save-thesaurus-entries.js';
import type { ThesaurusEntryRow } from '#read-models/thesaurus-entry/thesaurus-entry.entity.js';

const isOfEntry = (event: BroadsideEvent): event is Extract<BroadsideEvent, { type: keyof typeof thesaurusEvents }> =>
  Object.hasOwn(thesaurusEvents, event.type);

/** The entries of the house thesaurus as they were said last, from the articles topic; one that is retired is marked. */
export const thesaurusEntry: Projection<ThesaurusEntryRow> = {
  name: 'thesaurus-entry',
  rowIds: (event) => (isOfEntry(event) ? [event.data.entryId] : []),
  load: loadThesaurusEntries,
  evolve: (row, event) => {
    const { version, occurredAt: changedAt } = event;
    if (event.type === 'EntryRetired') return row && { ...row, version, changedAt, retired: true };
    if (event.type !== 'GlossDefined' && event.type !== 'SubstitutionDefined') return undefined;
    const { entryId, term, inflections, text, sectionId, caseSensitive, wholeWords } = event.data;
    const kind = event.type === 'GlossDefined' ? 'gloss' : 'substitution';
    const defined = { entryId, kind, term, inflections, text, sectionId, caseSensitive, wholeWords } as const;
    return { ...defined, version, changedAt, retired: false };
  },
  save: saveThesaurusEntries,
};
