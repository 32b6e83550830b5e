import { z } from 'zod';
import { ArchiveProvenance } from '../archive-provenance.js';
import { ClosesAfter } from '../articles/closing.js';
import { perhapsBlank } from '../plain-text.js';
import { publishedName } from '../published-name.js';

const section = {
  name: publishedName(80),
  description: perhapsBlank(500),
  position: z.int('must be a whole number').min(0, 'must be at least 0').max(10_000, 'must be at most 10000'),
};
/** Null: as the site says. */
const commentsCloseAfterDays = ClosesAfter.nullable();

/** It comes last where no position is given. */
export const OpenSection = z.object({
  ...section,
  description: section.description.default(''),
  position: section.position.default(10_000),
  commentsCloseAfterDays: commentsCloseAfterDays.optional(),
});
export type OpenSection = z.infer<typeof OpenSection>;

/** What is left out stays as it is. */
export const SectionChanges = z.object({ ...section, isOpen: z.boolean(), commentsCloseAfterDays }).partial();
export const ChangeSection = SectionChanges.extend({ sectionId: z.uuid() });
export type ChangeSection = z.infer<typeof ChangeSection>;

/** A name that has an address of its own. */
export const hasLetter = (name: string): boolean => /[\p{Letter}\p{Number}]/u.test(name);

/** Sections that articles of an archive are filed in; one that is called so already is meant. */
export const ImportSections = z.object({
  sections: z
    .array(
      z.object({
        name: section.name.refine(hasLetter, 'has neither a letter nor a digit'),
        provenance: ArchiveProvenance.pick({ source: true, externalId: true }),
      }),
    )
    .max(100),
});
export type ImportSections = z.infer<typeof ImportSections>;

export interface SectionImported {
  sectionId: string;
  slug: string;
  added: boolean;
}
