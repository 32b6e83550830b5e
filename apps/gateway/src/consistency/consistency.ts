import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { parseConsistencyToken, type Versions } from '#commands/consistency-token.js';
import { unavailable } from '#http/problem.js';
import { Deadline, requestBudgetMs } from './deadline.js';
import { PROGRESS_WAITER } from '../read-database/progress-waiter.js';

const longestWaitMs = 2000;

/** Waits until the read database has certain versions. */
@Injectable()
export class Consistency {
  constructor(@Inject(PROGRESS_WAITER) private readonly progress: ProgressWaiter) {}

  /**
   * Waits until all versions of the request's Consistency-Token are projected.
   * @throws Problem 400 if the token is invalid; 503 if the versions are not projected in time, because a stale page
   * would be wrong.
   */
  async meet(request: FastifyRequest, deadline?: Deadline): Promise<void> {
    const token = request.headers['consistency-token'];
    if (token === undefined) return;
    const versions = parseConsistencyToken(String(token));
    if (!(await this.isShown(versions, deadline ?? new Deadline(requestBudgetMs)))) {
      throw unavailable('What the Consistency-Token names is not shown yet.', 1);
    }
  }

  /** Whether the versions are projected within 2 s and the time that the request has left. */
  isShown(versions: Versions, deadline: Deadline): Promise<boolean> {
    return this.progress.waitFor(versions, deadline.left(longestWaitMs));
  }
}
