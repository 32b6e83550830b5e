import { z } from 'zod';
import { perhapsBlank } from '../plain-text.js';
import { publishedName } from '../published-name.js';

const section = {
  name: publishedName(80),
  description: perhapsBlank(500),
  position: z.int('must be a whole number').min(0, 'must be at least 0').max(10_000, 'must be at most 10000'),
};

/** It comes last where no position is given. */
export const OpenSection = z.object({
  ...section,
  description: section.description.default(''),
  position: section.position.default(10_000),
});
export type OpenSection = z.infer<typeof OpenSection>;

/** What is left out stays as it is. */
export const SectionChanges = z.object({ ...section, isOpen: z.boolean() }).partial();
export const ChangeSection = SectionChanges.extend({ sectionId: z.uuid() });
export type ChangeSection = z.infer<typeof ChangeSection>;
