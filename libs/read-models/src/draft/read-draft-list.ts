import type { Pool } from 'pg';
import { columnsOfListedDraft, joinsOfDraft, type ListedDraft } from './draft-columns.sql.js';

interface Page {
  limit: number;
  offset: number;
}

const listOf = (wanted: string) => `
SELECT ${columnsOfListedDraft} FROM draft ${joinsOfDraft} WHERE ${wanted}
ORDER BY draft.updated_at DESC, draft.article_id DESC LIMIT $1 OFFSET $2`;

const ofAuthor = 'draft.author_id = $3';
const withEditors = `draft.status IN ('submitted', 'scheduled')`;

export interface DraftList {
  drafts: ListedDraft[];
  /** Of all pages. */
  draftsCount: number;
}

/** The drafts of an author, the latest changed first. */
export const readDraftsOf = (pool: Pool, authorId: string, page: Page): Promise<DraftList> =>
  read(pool, { name: 'drafts-of', wanted: ofAuthor, counted: 'draft.author_id = $1', values: [authorId] }, page);

/** Whatever is with the editors, the latest changed first. */
export const readSubmissions = (pool: Pool, page: Page): Promise<DraftList> =>
  read(pool, { name: 'submissions', wanted: withEditors, counted: withEditors, values: [] }, page);

async function read(
  pool: Pool,
  { name, wanted, counted, values }: { name: string; wanted: string; counted: string; values: string[] },
  { limit, offset }: Page,
): Promise<DraftList> {
  const [page, total] = await Promise.all([
    pool.query<ListedDraft>({ name: `read-${name}`, text: listOf(wanted), values: [limit, offset, ...values] }),
    pool.query<{ total: number }>({
      ...{ name: `count-${name}`, text: `SELECT count(*)::int AS total FROM draft WHERE ${counted}`, values },
    }),
  ]);
  return { drafts: page.rows, draftsCount: total.rows[0]?.total ?? 0 };
}
