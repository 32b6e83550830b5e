import type { Caller } from '#identity/caller.js';
import { isEditor } from '#policy/is-editor.js';
import type { ClientBase } from 'pg';
import { readPublishing } from '../site/read-publishing.js';
import type { Editorial } from './who-publishes.rules.js';

type Person = Pick<Caller, 'personId' | 'roles' | 'sanctions'>;

/** Who asks, and what the site says at this moment of who publishes. */
export async function editorialOf(client: ClientBase, caller: Person): Promise<Editorial> {
  const isContributor = caller.roles.includes('contributor');
  const publishing = await readPublishing(client);
  return { personId: caller.personId, isEditor: isEditor(caller), isContributor, publishing };
}
