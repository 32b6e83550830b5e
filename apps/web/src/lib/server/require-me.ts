import { redirect } from '@sveltejs/kit';
import type { Me } from '#lib/answers.js';
import { signInPath } from './sign-in-path.js';
import { readMe } from './visitor.js';

/** Who looks at a page of their own; whoever is unknown is led to the sign-in, and back. @throws Redirect */
export async function requireMe({ locals, url }: { locals: App.Locals; url: URL }): Promise<Me> {
  const me = await readMe(locals.visitor, locals.ask);
  if (me === undefined) redirect(303, signInPath(url.pathname + url.search));
  return me;
}

/** A guest has no such page. @throws Redirect */
export async function requireAccount(parent: () => Promise<{ me: Me }>): Promise<Me> {
  const { me } = await parent();
  if (me.kind !== 'account') redirect(303, '/account');
  return me;
}
