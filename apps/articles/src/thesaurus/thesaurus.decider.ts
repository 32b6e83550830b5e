import type { ThesaurusEvent, ThesaurusFact } from '#contracts/events.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { changedMeanwhile, conflict, invalid, notFound, tooOftenToday } from '#decider/rejection.js';
import { isSameEntry } from './is-same-entry.js';
import { applyToThesaurus, dayOf, emptyThesaurus, type Thesaurus } from './thesaurus.rules.js';

export type { Thesaurus } from './thesaurus.rules.js';

/** How often the thesaurus may be changed in a day (UTC), and in all: each service that starts reads its whole stream. */
export const maxThesaurusChangesADay = 2_000;
export const maxThesaurusChanges = 100_000;

/** The rules of an entry that are told from texts, and what they come to. */
export interface Judged {
  /** Another entry that would stand for the same form. */
  rival: { entryId: string; term: string; form: string } | undefined;
  /** Why the thesaurus would be too large with it. */
  tooLarge: string | undefined;
}

export type ThesaurusCommand = Given & {
  /** The version of the thesaurus at which the caller read the entry. */
  seen: number | undefined;
} & (
    | { type: 'DefineEntry'; entry: HouseEntry; isNew: boolean; judged: Judged }
    | { type: 'RetireEntry'; entryId: string }
  );

/** The rules of the house thesaurus. Saying again what is so changes nothing. */
export const thesaurusDecider: Decider<Thesaurus, ThesaurusCommand, ThesaurusEvent, ThesaurusFact> = {
  initialState: emptyThesaurus(),
  evolve: (thesaurus, event) => {
    const after = {
      ...thesaurus,
      ...{ entries: new Map(thesaurus.entries), lastChanges: new Map(thesaurus.lastChanges) },
    };
    applyToThesaurus(after, event);
    return after;
  },
  decide: (command, thesaurus) => {
    const entryId = command.type === 'DefineEntry' ? command.entry.entryId : command.entryId;
    const before = thesaurus.entries.get(entryId);
    const isNew = command.type === 'DefineEntry' && command.isNew;
    requireUnchanged(thesaurus, entryId, command.seen);
    if (!isNew && before === undefined) throw notFound('EntryUnknown', 'entry');
    if (command.type === 'DefineEntry' && isSameEntry(before, command.entry)) return [];
    requireFewChanges(thesaurus, command.at);
    return [command.type === 'DefineEntry' ? defined(command) : happened(command, 'EntryRetired', { entryId })];
  },
};

function defined(command: Extract<ThesaurusCommand, { type: 'DefineEntry' }>): ThesaurusEvent {
  const { rival, tooLarge } = command.judged;
  if (rival) {
    const message = `“${rival.form}” is a form of another entry, “${rival.term}” (${rival.entryId})`;
    throw invalid('EntriesConflict', { term: message });
  }
  if (tooLarge !== undefined) throw conflict('ThesaurusFull', tooLarge);
  const { kind, ...definition } = command.entry;
  return kind === 'gloss'
    ? happened(command, 'GlossDefined', definition)
    : happened(command, 'SubstitutionDefined', definition);
}

/** Others’ entries may change meanwhile: it is the entry that was read. */
function requireUnchanged({ lastChanges }: Thesaurus, entryId: string, seen: number | undefined): void {
  const last = lastChanges.get(entryId);
  if (seen !== undefined && last !== undefined && last.version !== seen) throw changedMeanwhile([last]);
}

function requireFewChanges({ version, changed }: Thesaurus, at: string): void {
  if (version >= maxThesaurusChanges) {
    throw conflict('ChangedTooOften', `The thesaurus is changed ${maxThesaurusChanges} times at most.`);
  }
  if (changed?.day !== dayOf(at) || changed.times < maxThesaurusChangesADay) return;
  const sentence = `The thesaurus is changed ${maxThesaurusChangesADay} times a day (UTC) at most.`;
  throw tooOftenToday('ChangedTooOften', sentence, at);
}
