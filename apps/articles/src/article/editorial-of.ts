import type { Caller } from '#identity/caller.js';
import type { ClientBase } from 'pg';
import { readPublishing } from '../site/read-publishing.js';
import type { Editorial } from './who-publishes.rules.js';

const editors = ['editor', 'admin'];

/** Who asks, and what the site says at this moment of who publishes. */
export async function editorialOf(
  client: ClientBase,
  { personId, roles }: Pick<Caller, 'personId' | 'roles'>,
): Promise<Editorial> {
  const isEditor = roles.some((role) => editors.includes(role));
  const isContributor = roles.includes('contributor');
  return { personId, isEditor, isContributor, publishing: await readPublishing(client) };
}
