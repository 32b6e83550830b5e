import { foldForm } from './compile-thesaurus.js';
import { formsOf, isSameScope, type ThesaurusEntry } from './thesaurus-entry.js';

/** Another entry that would stand for the same form. */
export interface Conflict {
  entryId: string;
  /** The form of the entry that was asked about, as entered. */
  form: string;
}

/**
 * Where another entry of the same kind and scope has a form that is folded to the same, so that only one of the two could
 * count. A section's entry and the site's do not conflict: the section's counts there. Two that both regard case, and differ
 * in it, do not either. An entry does not conflict with its own earlier self.
 */
export function conflictsOf(entries: readonly ThesaurusEntry[], entry: ThesaurusEntry): Conflict[] {
  const own = formsOf(entry).map((form) => ({ form, ...foldForm(form) }));
  const byFolded = Map.groupBy(own, ({ folded }) => folded);
  const rivals = entries.filter(
    ({ entryId, kind, scope }) => entryId !== entry.entryId && kind === entry.kind && isSameScope(scope, entry.scope),
  );
  return rivals.flatMap((rival) =>
    formsOf(rival).flatMap((form) => {
      const theirs = foldForm(form);
      const regardCase = rival.caseSensitive && entry.caseSensitive;
      const found = byFolded.get(theirs.folded)?.find(({ kept }) => !regardCase || kept === theirs.kept);
      return found ? [{ entryId: rival.entryId, form: found.form }] : [];
    }),
  );
}
