import type { OpenSection as Wanted, ChangeSection as Changes } from '#contracts/sections/section.commands.js';
import type { Provenance } from '#contracts/event-data.js';
import type { SectionEvent, SectionFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, notFound, tooOftenToday } from '#decider/rejection.js';

export type SectionCommand =
  | (Given &
      Wanted & {
        type: 'OpenSection';
        sectionId: string;
        slug: string;
        sections: number;
        /** Set for an import. */
        provenance?: Provenance;
      })
  | (Given & { type: 'ChangeSection'; sectionId: string; slug: string; changes: Omit<Changes, 'sectionId'> });

type Said = Omit<Extract<SectionFact, { type: 'SectionOpened' }>['data'], 'actor' | 'provenance' | 'sectionId'>;

export interface Section {
  /** Undefined: there is none such. */
  said: Said | undefined;
  changed: { day: string; times: number } | undefined;
}

/** How many sections there are at most: each page lists them. */
export const maxSections = 100;
/** How often a section is changed in a day (UTC). */
export const maxSectionChangesADay = 50;

const dayOf = (at: string) => at.slice(0, 10);

/** The rules of sections. Saying again what is so changes nothing. */
export const sectionDecider: Decider<Section, SectionCommand, SectionEvent, SectionFact> = {
  initialState: { said: undefined, changed: undefined },
  evolve: ({ changed }, { data, occurredAt }) => {
    const { actor: _, provenance: __, sectionId: ___, ...said } = data;
    const day = dayOf(occurredAt);
    return { said, changed: { day, times: day === changed?.day ? changed.times + 1 : 1 } };
  },
  decide: (command, { said, changed }) => {
    const { sectionId, slug } = command;
    if (command.type === 'OpenSection') {
      const { name, description, position, commentsCloseAfterDays, sections, provenance } = command;
      if (said) throw conflict('SectionOpenedAlready', 'this section is there');
      if (sections >= maxSections) throw conflict('TooManySections', `There are ${maxSections} sections, the most.`);
      const closing = commentsCloseAfterDays == null ? {} : { commentsCloseAfterDays };
      const opened = { sectionId, slug, name, description, position, isOpen: true, ...closing };
      return [happened(command, 'SectionOpened', { ...opened, ...(provenance && { provenance }) })];
    }
    if (!said) throw notFound('SectionUnknown', 'section');
    const given = Object.entries(command.changes).filter(([, value]) => value !== undefined);
    const after: Said = { ...said, ...(Object.fromEntries(given) as Partial<Said>), slug };
    // What an older version said nothing of is as null.
    if (Object.entries(after).every(([field, value]) => (said[field as keyof Said] ?? null) === value)) return [];
    if (changed?.day === dayOf(command.at) && changed.times >= maxSectionChangesADay) {
      const sentence = `A section is changed ${maxSectionChangesADay} times a day (UTC) at most.`;
      throw tooOftenToday('ChangedTooOften', sentence, command.at);
    }
    return [happened(command, 'SectionChanged', { sectionId, ...after })];
  },
};
