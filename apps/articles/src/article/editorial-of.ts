import type { Caller } from '#identity/caller.js';
import type { ClientBase } from 'pg';
import { readPublishing } from '../site/read-publishing.js';
import type { Editorial } from './who-publishes.rules.js';

const editors = ['editor', 'admin'];

export const isEditor = ({ roles }: Pick<Caller, 'roles'>): boolean => roles.some((role) => editors.includes(role));

/** Who asks, and what the site says at this moment of who publishes. */
export async function editorialOf(client: ClientBase, caller: Pick<Caller, 'personId' | 'roles'>): Promise<Editorial> {
  const isContributor = caller.roles.includes('contributor');
  const publishing = await readPublishing(client);
  return { personId: caller.personId, isEditor: isEditor(caller), isContributor, publishing };
}
