import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { Pool } from 'pg';
import type { BigAnswers } from '../answers/big-answers.js';
import type { PageOfThread } from './page-of-thread.js';

/** What threads are read with. */
export interface ThreadParts {
  pool: Pool;
  lookUps: Queryable;
  names: CommentNames;
  big: BigAnswers;
}

/** A page, and who reads it. */
export type Asked = PageOfThread & {
  /** The account whose follows are shown; undefined: none. */
  viewerId?: string | undefined;
  /** Up to when that account has seen the thread, ISO 8601; null before its first visit. */
  visitedUpTo?: string | null | undefined;
};
