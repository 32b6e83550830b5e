import { z } from 'zod';
import { ToldClosesAfter } from '#contracts/articles/closing.js';

export const Section = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  position: z.int(),
  isOpen: z.boolean().describe('whether articles are filed in it'),
  commentsCloseAfterDays: ToldClosesAfter.describe('after publication of its articles; null: as the site says'),
  formerSlugs: z.array(z.string()).describe('that it had; they lead to it'),
  version: z.int().describe('for `If-Match` of a change'),
});

export const SectionAnswer = z.object({ section: Section });
export const SectionsAnswer = z.object({ sections: z.array(Section) });
