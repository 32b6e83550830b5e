import type { ThesaurusFact } from '#contracts/events.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { Change } from '#decider/rejection.js';

/** The house thesaurus at a version. */
export interface Thesaurus {
  version: number;
  entries: ReadonlyMap<string, HouseEntry>;
  /** The last change of each entry that there ever was. */
  lastChanges: ReadonlyMap<string, Change>;
  /** The day (UTC) of the last change, and how many it had. */
  changed: { day: string; times: number } | undefined;
}

/** The same, while it is folded. */
export interface FoldedThesaurus extends Thesaurus {
  entries: Map<string, HouseEntry>;
  lastChanges: Map<string, Change>;
}

export const emptyThesaurus = (): FoldedThesaurus => ({
  version: 0,
  entries: new Map(),
  lastChanges: new Map(),
  changed: undefined,
});

export const dayOf = (at: string) => at.slice(0, 10);

/** Applies the next event in place: ten thousand of them are folded without ten thousand copies. */
export function applyToThesaurus(thesaurus: FoldedThesaurus, event: ThesaurusFact): void {
  const { type, occurredAt: at, data } = event;
  const day = dayOf(at);
  thesaurus.version += 1;
  thesaurus.changed = { day, times: day === thesaurus.changed?.day ? thesaurus.changed.times + 1 : 1 };
  const actorId = data.actor.kind === 'person' ? data.actor.id : null;
  thesaurus.lastChanges.set(data.entryId, { version: thesaurus.version, type, at, actorId });
  const entry = entryOf(event);
  if (entry) thesaurus.entries.set(entry.entryId, entry);
  else thesaurus.entries.delete(data.entryId);
}

/** The entry that an event defines; undefined if it retires one. */
export function entryOf({ type, data }: Pick<ThesaurusFact, 'type' | 'data'>): HouseEntry | undefined {
  if (type === 'EntryRetired') return undefined;
  const { actor: _, provenance: __, ...defined } = data as Extract<ThesaurusFact, { type: 'GlossDefined' }>['data'];
  return { ...defined, kind: type === 'GlossDefined' ? 'gloss' : 'substitution' };
}
