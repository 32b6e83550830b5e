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

/** A page, and the person whose follows are shown; undefined: none. */
export type Asked = PageOfThread & { viewerId?: string | undefined };
