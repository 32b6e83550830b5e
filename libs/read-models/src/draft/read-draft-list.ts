import type { Pool } from 'pg';
import type { DraftStatus } from './draft.entity.js';
import { columnsOfListedDraft, joinsOfDraft, type ListedDraft } from './draft-columns.sql.js';

interface Page {
  limit: number;
  offset: number;
}

const listOf = (wanted: string) => `
SELECT ${columnsOfListedDraft} FROM draft ${joinsOfDraft} WHERE ${wanted}
ORDER BY draft.updated_at DESC, draft.article_id DESC LIMIT $1 OFFSET $2`;

const ofAuthor = 'draft.author_id = $3';

/** What is with the editors. */
export const statusesWithEditors = ['submitted', 'scheduled'] as const satisfies DraftStatus[];
export type StatusWithEditors = (typeof statusesWithEditors)[number];

export interface DraftList {
  drafts: ListedDraft[];
  /** Of all pages. */
  draftsCount: number;
}

/** The drafts of an author, the latest changed first. */
export const readDraftsOf = (pool: Pool, authorId: string, page: Page): Promise<DraftList> =>
  read(pool, { name: 'drafts-of', wanted: ofAuthor, counted: 'draft.author_id = $1', values: [authorId] }, page);

/** Whatever is with the editors, or what of it has one status; the latest changed first. */
export const readSubmissions = (pool: Pool, page: Page, status?: StatusWithEditors): Promise<DraftList> =>
  read(
    pool,
    {
      ...{ name: 'submissions', wanted: 'draft.status = ANY($3::text[])', counted: 'draft.status = ANY($1::text[])' },
      values: [status === undefined ? statusesWithEditors : [status]],
    },
    page,
  );

async function read(
  pool: Pool,
  { name, wanted, counted, values }: { name: string; wanted: string; counted: string; values: unknown[] },
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
