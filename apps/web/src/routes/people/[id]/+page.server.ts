import { redirect } from '@sveltejs/kit';
import type { Commenter, Profile } from '#lib/answers.js';
import { type Ask, Refusal } from '#lib/server/gateway.js';
import { isMuted } from '#lib/server/read-mutes.js';
import { readList } from '#lib/server/read-list.js';
import { readCommentsOf } from '#lib/server/read-comments-of.js';
import { readMeIfShown } from '#lib/server/visitor.js';
import type { PageServerLoad } from './$types.js';

/** Articles that stand above the comments. */
const articlesShown = 3;

export const load: PageServerLoad = async (event) => {
  const { params, locals, url } = event;
  const { id } = params;
  const { ask, visitor } = locals;
  const after = url.searchParams.get('after');
  const [person, page] = await Promise.all([
    ask<{ commenter: Commenter }>(`/api/commenters/${encodeURIComponent(id)}`),
    readCommentsOf(ask, id, after),
  ]);
  const { commenter } = person.body;
  // A guest who has become an account.
  if (commenter.id !== id) redirect(308, `/people/${commenter.id}`);
  const isSignedIn = visitor.kind === 'known' && visitor.session !== undefined;
  const isSelf = visitor.kind === 'known' && (await readMeIfShown(visitor, ask))?.id === id;
  return {
    ...{ commenter, ...page },
    written:
      after === null && commenter.kind === 'account'
        ? await readList(event, { authorId: id, limit: String(articlesShown) })
        : undefined,
    following: isSignedIn && commenter.kind === 'account' ? await followingOf(ask, commenter) : undefined,
    isSelf,
    isMuted: isSelf ? undefined : await isMuted(locals, { kind: 'person', key: id }),
  };
};

/** Whether one follows them; undefined while they comment under a nick, beside which no profile is shown. */
async function followingOf(ask: Ask, { username }: Commenter): Promise<boolean | undefined> {
  try {
    const { body } = await ask<{ profile: Profile }>(`/api/profiles/${encodeURIComponent(username)}`);
    return body.profile.following;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}
