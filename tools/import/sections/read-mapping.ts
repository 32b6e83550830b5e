import { readFileSync, statSync } from 'node:fs';
import { maxSections } from '../../../apps/articles/src/section/section.decider.js';
import { slugOf } from '../../../apps/articles/src/article/slug.js';
import { Fault } from '#tools/stack/fault.js';
import { sentence } from '#tools/terminal/sentence.js';
import { whyUnreadable } from '../check-files.js';
import { whyUnfit } from '../why-unfit.js';
import { MappingFile, SectionName, type MappedCategory, type Mapping, type Meaning } from './mapping.js';

/** Bytes of a mapping. */
export const largestMapping = 64 * 1024 * 1024;

/** A reviewed mapping. @throws Fault that says what does not fit */
export function readMapping(file: string): Mapping {
  const refuse = (why: string) => new Fault(`${sentence`--sections ${file}`}: ${why}`);
  let written: unknown;
  try {
    if (statSync(file).size > largestMapping) throw refuse(`it has more than ${largestMapping} bytes`);
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw error instanceof SyntaxError
      ? refuse(sentence`it is not JSON: ${error.message}`)
      : new Fault(`--sections ${whyUnreadable(file, error as NodeJS.ErrnoException)}`);
  }
  const { success, data, error } = MappingFile.safeParse(written, { reportInput: true });
  if (!success) throw refuse(whyUnfit(error.issues[0]));
  return meaningsOf(data.categories, refuse);
}

function meaningsOf(categories: MappedCategory[], refuse: (why: string) => Fault): Mapping {
  const mapping = new Map<string, Meaning>();
  const sections = new Map<string, string>();
  for (const each of categories) {
    const { category } = each;
    if (mapping.has(category)) throw refuse(sentence`“${category}” is there twice`);
    mapping.set(category, meaningOf(each, refuse));
    const meaning = mapping.get(category);
    if (meaning?.as !== 'section') continue;
    const { name, slug } = meaning;
    const other = sections.get(slug) ?? name;
    if (other !== name) throw refuse(sentence`“${other}” and “${name}” would have one address: call them the same`);
    sections.set(slug, name);
  }
  if (sections.size > maxSections)
    throw refuse(`it has ${sections.size} sections, and there are ${maxSections} at most`);
  return mapping;
}

function meaningOf(each: MappedCategory, refuse: (why: string) => Fault): Meaning {
  if (each.as === 'ignore') return { as: 'ignore' };
  const { as, category, name = category } = each;
  if (as === 'tag') return { as, name };
  const read = SectionName.safeParse(name, { reportInput: true });
  if (read.success) return { as, name: read.data, slug: slugOf(read.data) };
  throw refuse(`${sentence`no section can be called “${name}”: it`} ${whyUnfit(read.error.issues[0])}`);
}
