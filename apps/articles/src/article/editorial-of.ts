import { exclusionAt } from '#contracts/people/standing.js';
import type { Caller } from '#identity/caller.js';
import type { ClientBase } from 'pg';
import { readPublishing } from '../site/read-publishing.js';
import type { Editorial } from './who-publishes.rules.js';

const editors = ['editor', 'admin'];

type Person = Pick<Caller, 'personId' | 'roles' | 'sanctions'>;

/** Whether somebody is an editor now: who is suspended or banned is none meanwhile. */
export const isEditor = ({ roles, sanctions }: Pick<Person, 'roles' | 'sanctions'>): boolean =>
  roles.some((role) => editors.includes(role)) && exclusionAt(sanctions, new Date().toISOString()) === undefined;

/** Who asks, and what the site says at this moment of who publishes. */
export async function editorialOf(client: ClientBase, caller: Person): Promise<Editorial> {
  const isContributor = caller.roles.includes('contributor');
  const publishing = await readPublishing(client);
  return { personId: caller.personId, isEditor: isEditor(caller), isContributor, publishing };
}
