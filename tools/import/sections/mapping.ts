import { z } from 'zod';
import { hasLetter, OpenSection } from '#contracts/sections/section.commands.js';

/** A name that a section can have. */
export const SectionName = OpenSection.shape.name.refine(hasLetter, 'has neither a letter nor a digit');

const category = z.string().min(1);
const articles = z.int().optional();

/** What becomes of an archive's category. Without a name a section or tag is called as the category is. */
export const MappedCategory = z.discriminatedUnion('as', [
  z.object({ category, articles, as: z.literal('section'), name: z.string().optional() }),
  z.object({ category, articles, as: z.literal('tag'), name: z.string().min(1).max(300).optional() }),
  z.object({ category, articles, as: z.literal('ignore') }),
]);
export type MappedCategory = z.infer<typeof MappedCategory>;

/** A file that people review. */
export const MappingFile = z.object({ categories: z.array(MappedCategory) });

export type Meaning = { as: 'section'; name: string; slug: string } | { as: 'tag'; name: string } | { as: 'ignore' };
/** What is meant by each category. */
export type Mapping = ReadonlyMap<string, Meaning>;
