import { field } from '#lib/field.js';

/** The entry of the thesaurus that a form says, as the gateway takes it. */
export function entryOf(data: FormData) {
  const sectionId = field(data, 'sectionId');
  return {
    ...{ kind: field(data, 'kind'), term: field(data, 'term'), text: field(data, 'text') },
    inflections: field(data, 'inflections')
      .split(',')
      .flatMap((form) => form.trim() || []),
    ...{ caseSensitive: data.has('caseSensitive'), wholeWords: data.has('wholeWords') },
    sectionId: sectionId === '' ? null : sectionId,
  };
}

/** The question of what an entry would change where. */
export function impactQuery({
  kind,
  term,
  inflections,
  caseSensitive,
  wholeWords,
}: ReturnType<typeof entryOf>): string {
  const asked = new URLSearchParams({ kind, term, caseSensitive: `${caseSensitive}`, wholeWords: `${wholeWords}` });
  for (const form of inflections) asked.append('inflections', form);
  return `/api/thesaurus/impact?${asked}`;
}
