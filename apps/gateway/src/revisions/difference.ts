import { diffWordsWithSpace } from 'diff';
import type { z } from 'zod';
import type { RevisionsAnswer } from './revision.answers.js';

export type Difference = NonNullable<z.infer<typeof RevisionsAnswer>['difference']>;
type Field = Difference[number]['field'];
type Parts = Difference[number]['parts'];
export type Said = Partial<Record<Field, unknown>>;

/** Milliseconds for comparing one field; then both texts are shown whole. */
export const comparedMs = 200;

const fields: readonly Field[] = ['title', 'description', 'body', 'remark', 'tagList', 'source', 'sectionId', 'format'];

/** What differs between two revisions, field by field, in words. */
export const differenceOf = (before: Said, after: Said): Difference =>
  fields.flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    return was === is ? [] : [{ field, parts: partsOf(was, is) }];
  });

function partsOf(was: string, is: string): Parts {
  const changes = diffWordsWithSpace(was, is, { timeout: comparedMs });
  if (changes === undefined) {
    return [
      { is: 'removed', text: was },
      { is: 'added', text: is },
    ];
  }
  return changes.map(({ added, removed, value: text }) => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    text,
  }));
}

/** As a person reads it: a list with commas, a source as its parts. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return (Array.isArray(value) ? value : Object.values(value)).join(', ');
}
