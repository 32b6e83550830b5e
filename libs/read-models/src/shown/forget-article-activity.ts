import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';
import { activityKeptMinutes } from './activity-kept-minutes.js';

/** Rows that one statement deletes at most. */
export const activityForgottenAtOnce = 1_000;

/** Milliseconds between two deletions by one replica of the projector. */
export const forgetActivityEveryMs = 300_000;

// Another replica may delete too: it skips the rows that this one locks.
const sql = `
DELETE FROM article_activity WHERE ctid = ANY(ARRAY(
  SELECT ctid FROM article_activity
  WHERE sequence < (extract(epoch FROM now()) * 1000000)::bigint - $1::bigint * 60000000
  ORDER BY sequence LIMIT ${activityForgottenAtOnce} FOR UPDATE SKIP LOCKED))`;

/** Deletes activity from which no page resumes any more, in portions: see {@link workInPortions}. */
export const forgetArticleActivity = (pool: Pool, signal: AbortSignal, minutes = activityKeptMinutes): Promise<void> =>
  workInPortions(async () => (await pool.query(sql, [minutes])).rowCount ?? 0, signal);
