import type { BroadsideEvent, DataOf } from '#contracts/events.js';
import { recorded } from '#testing/recorded.js';

const [bridge, office] = ['0190a3c2-8b11-7d52-8a44-0c1d2e3f4061', '0190a3c2-8b11-7d52-8a44-0c1d2e3f4062'];
const actor = { kind: 'system', rule: 'test' } as const;
const about = { stream: 'thesaurus', topic: 'articles.events.v1', key: 'thesaurus' } as const;

const entry = (entryId: string, term: string, text: string): DataOf<'GlossDefined'> => ({
  ...{ entryId, term, text, inflections: [`${term}s`], sectionId: null },
  ...{ caseSensitive: false, wholeWords: true, actor },
});

/** Of the house thesaurus: an aside that is changed, and a house name that is retired. */
export function entries(): BroadsideEvent[] {
  const said = (version: number, type: 'GlossDefined' | 'SubstitutionDefined', data: DataOf<'GlossDefined'>) =>
    recorded({ ...about, version, type, data: () => data });
  return [
    said(1, 'GlossDefined', entry(bridge, 'bridge', 'it opens when it likes')),
    said(2, 'SubstitutionDefined', entry(office, 'office', 'place of rest')),
    said(3, 'GlossDefined', entry(bridge, 'bridge', 'it opens for dredgers')),
    recorded({ ...about, version: 4, type: 'EntryRetired', data: () => ({ entryId: office, actor }) }),
  ];
}
