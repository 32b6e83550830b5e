import { randomUUID } from 'node:crypto';
import { exclusionAt } from '#contracts/people/standing.js';
import { rolesInForce, type SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import { forbidden } from '#decider/rejection.js';
import type { People } from '#identity/people.js';
import type { ClientBase } from 'pg';
import { editorialOf } from '../article/editorial-of.js';
import type { Editorial } from '../article/who-publishes.rules.js';
import { findScheduler } from './find-scheduler.js';

export interface Schedulers {
  people: People;
  secondFactorOf: SecondFactorRequiredOf;
}

/**
 * Who scheduled a draft, as they may publish when it is due: roles and sanctions may have changed meanwhile.
 * @throws Rejection where they are excluded or gone; Error where nothing is known of them yet
 */
export async function editorialOfScheduler(
  client: ClientBase,
  { people, secondFactorOf }: Schedulers,
  articleId: string,
  at: string,
): Promise<Editorial> {
  const personId = await findScheduler(client, articleId);
  if (personId === undefined) throw forbidden('NobodyScheduled', 'Nobody has scheduled this draft.', 'draft');
  const now = await people.find({ personId, sessionId: randomUUID(), kind: 'account', roles: [] });
  if (now.over !== undefined || exclusionAt(now.sanctions ?? {}, at) !== undefined) {
    throw forbidden('SchedulerExcluded', 'Who scheduled this draft may not publish any more.', 'draft');
  }
  if (now.roles === undefined) throw new Error('nothing is known yet of who scheduled it');
  const roles = rolesInForce(now.roles, now.hasSecondFactor ?? false, secondFactorOf);
  return editorialOf(client, { personId, roles, sanctions: now.sanctions ?? {} });
}
