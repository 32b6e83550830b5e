import { setImmediate as turn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { beginningOfTime } from './archive.js';
import { cutCircles } from './cut-circles.js';
import { giveTimes, resolveCut, resolveParents } from './spool.sql.js';

/** Resolves times, parents and depths of all comments, in steps: each may take seconds, and a signal is handled between them. */
export async function resolveComments(database: DatabaseSync): Promise<void> {
  database.prepare(giveTimes).run(beginningOfTime);
  for (const step of resolveParents) {
    await turn();
    database.exec(step);
  }
  cutCircles(database);
  for (const step of resolveCut) {
    await turn();
    database.exec(step);
  }
}
