import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { foldForm } from '#thesaurus/compile-thesaurus.js';
import { conflictsOf } from '#thesaurus/conflicts.js';
import { maxEntries, maxFormCharacters } from '#thesaurus/limits.js';
import { formsOf, thesaurusEntryOf, type ThesaurusEntry } from '#thesaurus/thesaurus-entry.js';
import type { Judged } from './thesaurus.decider.js';

interface Known {
  entry: ThesaurusEntry;
  folded: string[];
}

/** The entries of the thesaurus by their folded forms, so that a new one is compared with few. */
export class EntryForms {
  private readonly known = new Map<string, Known>();
  private readonly byForm = new Map<string, Set<string>>();
  private characters = 0;

  add(defined: HouseEntry): void {
    const entry = thesaurusEntryOf(defined);
    const folded = foldedForms(entry);
    this.known.set(entry.entryId, { entry, folded });
    for (const form of folded) {
      this.characters += form.length;
      const beside = this.byForm.get(form);
      if (beside) beside.add(entry.entryId);
      else this.byForm.set(form, new Set([entry.entryId]));
    }
  }

  remove(entryId: string): void {
    const known = this.known.get(entryId);
    if (!known) return;
    this.known.delete(entryId);
    for (const form of known.folded) {
      this.characters -= form.length;
      const beside = this.byForm.get(form);
      beside?.delete(entryId);
      if (beside?.size === 0) this.byForm.delete(form);
    }
  }

  /** What an entry would conflict with, and whether there is room for it. */
  judge(defined: HouseEntry): Judged {
    const entry = thesaurusEntryOf(defined);
    const folded = foldedForms(entry);
    const beside = new Set(folded.flatMap((form) => [...(this.byForm.get(form) ?? [])]));
    const rivals = [...beside].flatMap((entryId) => this.known.get(entryId)?.entry ?? []);
    const [found] = conflictsOf(rivals, entry);
    const term = rivals.find(({ entryId }) => entryId === found?.entryId)?.term;
    return {
      rival: found && term !== undefined ? { ...found, term } : undefined,
      tooLarge: this.tooLargeWith(entry, folded),
    };
  }

  private tooLargeWith({ entryId }: ThesaurusEntry, folded: string[]): string | undefined {
    const own = this.known.get(entryId);
    if (!own && this.known.size >= maxEntries) return `A thesaurus has ${maxEntries} entries at most.`;
    const after = this.characters - lengthOf(own?.folded ?? []) + lengthOf(folded);
    if (after <= maxFormCharacters) return undefined;
    return `The terms and inflections of a thesaurus have ${maxFormCharacters} characters at most.`;
  }
}

const foldedForms = (entry: ThesaurusEntry) => formsOf(entry).map((form) => foldForm(form).folded);
const lengthOf = (forms: readonly string[]) => forms.reduce((sum, form) => sum + form.length, 0);
