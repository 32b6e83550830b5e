import { eventData } from '../event-data.js';
import { definition } from './house-entry.js';

const entryId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4061';
const actor = { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' };
const example = { entryId, inflections: [], sectionId: null, caseSensitive: false, wholeWords: true, actor };

/** In the one stream of the house thesaurus, whose version is the version of the thesaurus. */
export const thesaurusEvents = {
  GlossDefined: eventData(
    definition,
    'From now on articles that are published have this aside behind the first occurrence of the term.',
    { ...example, term: 'harbour bridge', inflections: ['harbour bridges'], text: 'it opens when it likes' },
  ),
  SubstitutionDefined: eventData(
    definition,
    'From now on articles that are published show the term under this name; the source’s words stay.',
    { ...example, term: 'the harbour office', text: 'the office that is never in' },
  ),
  EntryRetired: eventData(
    { entryId: definition.entryId },
    'An entry is of the thesaurus no more; articles that are pinned to an earlier version keep it.',
    { entryId, actor },
  ),
};
