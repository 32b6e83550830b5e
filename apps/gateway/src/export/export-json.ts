import type { z } from 'zod';
import type { Commenter } from '#read-models/commenter/read-commenter.js';
import type { OwnComment as OwnRow } from '#read-models/commenter/read-comments-of-person.js';
import type { FavoriteOfPerson } from '#read-models/favorite/read-favorites-of-person.js';
import type { ReadDraft } from '#read-models/draft/draft-columns.sql.js';
import type { Followed } from '#read-models/profile/read-followed.js';
import { jsonOf } from '../answers/json-of.js';
import { OwnComment } from '../comments/comment.answers.js';
import type { VisitOfPerson } from '#read-models/thread-visit/read-visits-of-person.js';
import { presentDraft } from '../drafts/present-draft.js';
import { ExportAnswer, OwnDraft, OwnFavorite, OwnVisit } from './export.answers.js';

/** The part of the export that is read at once, before the paged parts. */
export interface Exported extends Omit<
  z.infer<typeof ExportAnswer>,
  'exportedAt' | 'person' | 'following' | 'visits' | 'favorites' | 'drafts' | 'comments'
> {
  commenter: Commenter & { kind: 'guest' | 'account' };
}

/** Pages of the lists that may be long: entries after an id; the last page is empty. */
export interface ExportedPages {
  followed(behind: string): Promise<Followed[]>;
  visits(behind: string): Promise<VisitOfPerson[]>;
  favorites(behind: string): Promise<FavoriteOfPerson[]>;
  drafts(behind: string): Promise<ReadDraft[]>;
  comments(behind: string): Promise<OwnRow[]>;
}

const writeStart = jsonOf(
  ExportAnswer.omit({ following: true, visits: true, favorites: true, drafts: true, comments: true }),
);
const writeVisit = jsonOf(OwnVisit);
const writeFavorite = jsonOf(OwnFavorite);
const writeDraft = jsonOf(OwnDraft);
const writeComment = jsonOf(OwnComment);

const leastUuid = '00000000-0000-0000-0000-000000000000';

/**
 * All projected data of a person as JSON text, one page at a time. A slow reader delays the next page and uses no
 * memory.
 */
export async function* exportJson(
  { commenter, ...more }: Exported,
  exportedAt: string,
  pages: ExportedPages,
): AsyncGenerator<string> {
  const { personId: id, kind, name, nick, email, website, bio, image, roles, commentCount, erasureDueAt } = commenter;
  const erasure = erasureDueAt && { dueAt: erasureDueAt.toISOString() };
  const person = { id, kind, name, nick, email, website, bio, image, roles, commentCount, erasure };
  yield `${writeStart({ exportedAt, person, ...more }).slice(0, -1)},"following":[`;
  yield* entries((behind = leastUuid) => pages.followed(behind), {
    idOf: ({ personId }) => personId,
    write: ({ name: username }) => JSON.stringify(username),
  });
  yield '],"visits":[';
  yield* entries((behind = leastUuid) => pages.visits(behind), {
    idOf: ({ article }) => article.id,
    write: ({ article, upTo }) => writeVisit({ article, upTo: upTo.toISOString() }),
  });
  yield '],"favorites":[';
  yield* entries((behind = leastUuid) => pages.favorites(behind), {
    idOf: ({ article }) => article.id,
    write: ({ article, favoritedAt }) => writeFavorite({ article, favoritedAt: favoritedAt.toISOString() }),
  });
  yield '],"drafts":[';
  yield* entries((behind = leastUuid) => pages.drafts(behind), {
    idOf: ({ articleId }) => articleId,
    write: (row) => writeDraft(presentDraft(row)),
  });
  yield '],"comments":[';
  yield* entries((behind = '0') => pages.comments(behind), {
    idOf: ({ id: number }) => number,
    write: (row) => writeComment(presentOwn(row)),
  });
  yield ']}';
}

async function* entries<Row>(
  readPage: (behind?: string) => Promise<Row[]>,
  { idOf, write }: { idOf: (row: Row) => string; write: (row: Row) => string },
): AsyncGenerator<string> {
  let behind: string | undefined;
  for (let page = await readPage(); page.length > 0; page = await readPage(behind)) {
    yield (behind === undefined ? '' : ',') + page.map(write).join(',');
    behind = page.map(idOf).at(-1);
  }
}

const presentOwn = ({ id, parentId, postedAt, format, ...rest }: OwnRow): OwnComment => ({
  id: Number(id),
  parentId: parentId === null ? null : Number(parentId),
  postedAt: postedAt.toISOString(),
  format: format as OwnComment['format'],
  ...rest,
});
