import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';
import { activityKeptMinutes } from './save-article-activity.js';

/** Rows that one statement deletes. */
export const activityForgottenAtOnce = 1_000;

/** How often each copy of the projector looks for old activity, in milliseconds. */
export const forgetActivityEveryMs = 300_000;

// Another copy may be at it: it leaves out what we lock.
const sql = `
DELETE FROM article_activity WHERE ctid = ANY(ARRAY(
  SELECT ctid FROM article_activity
  WHERE sequence < (extract(epoch FROM now()) * 1000000)::bigint - $1::bigint * 60000000
  ORDER BY sequence LIMIT ${activityForgottenAtOnce} FOR UPDATE SKIP LOCKED))`;

/** Deletes the activity that no page resumes from any more, in portions: see {@link workInPortions}. */
export const forgetArticleActivity = (pool: Pool, signal: AbortSignal, minutes = activityKeptMinutes): Promise<void> =>
  workInPortions(async () => (await pool.query(sql, [minutes])).rowCount ?? 0, signal);
