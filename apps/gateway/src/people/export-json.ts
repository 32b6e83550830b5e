import type { z } from 'zod';
import type { Commenter } from '#read-models/commenter/read-commenter.js';
import type { OwnComment } from '#read-models/commenter/read-comments-of-person.js';

import type { ExportAnswer } from './people.answers.js';

/** The comments behind a number, a page at a time; the last page is empty. */
export type ReadPage = (behind: string) => Promise<OwnComment[]>;

/** What is told at once, before the comments. */
export interface Exported extends Omit<z.infer<typeof ExportAnswer>, 'exportedAt' | 'person' | 'comments'> {
  commenter: Commenter;
}

/**
 * All that is shown of a person as JSON text, a page of comments at a time: whoever reads slowly holds up the next page
 * and no memory.
 */
export async function* exportJson(
  { commenter, ...more }: Exported,
  exportedAt: string,
  readPage: ReadPage,
): AsyncGenerator<string> {
  const { personId: id, kind, name, nick, email, website, bio, image, roles, commentCount, erasureDueAt } = commenter;
  const erasure = erasureDueAt && { dueAt: erasureDueAt.toISOString() };
  const person = { id, kind, name, nick, email, website, bio, image, roles, commentCount, erasure };
  yield `${JSON.stringify({ exportedAt, person, ...more }).slice(0, -1)},"comments":[`;
  let behind = '0';
  let comma = '';
  for (let page = await readPage(behind); page.length > 0; page = await readPage(behind)) {
    yield comma + page.map((comment) => JSON.stringify(toEntry(comment))).join(',');
    behind = page.at(-1)?.id ?? behind;
    comma = ',';
  }
  yield ']}';
}

const toEntry = ({ id, parentId, postedAt, ...rest }: OwnComment) => ({
  id: Number(id),
  parentId: parentId === null ? null : Number(parentId),
  postedAt: postedAt.toISOString(),
  ...rest,
});
