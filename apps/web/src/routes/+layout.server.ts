import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { outcomeOf } from '#lib/server/flash.js';
import { isStaff, mayAtDesk, mayWrite } from '#lib/desk/rules.js';
import { lostFormOf } from '#lib/server/lost-form.js';
import { localPath } from '#lib/server/local-path.js';
import { rolesOf } from '#lib/server/session.js';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, url, route }) => {
  const { site, preferences, unsent, visitor, flash, cookies, staff } = locals;
  const outcome = outcomeOf(flash);
  if (outcome !== undefined) cookies.delete('flash');
  const isKnown = visitor.kind === 'known' && visitor.token !== undefined;
  const roles = staff?.roles ?? (visitor.kind === 'known' ? rolesOf(visitor.session) : []);
  const isSignedIn = visitor.kind === 'known' && visitor.session !== undefined;
  return {
    ...{ site, unsent, preferences, lost: await lostFormOf({ locals, url, route }) },
    // Its words, and not the whole catalogue, for pages that are hydrated.
    outcome: outcome && accountMessagesFor(site.language).outcomes[outcome],
    isSignedIn,
    // Only for the links to the desk and to where one writes, which ask the gateway who comes. A token tells of a new role once
    // it is renewed.
    isStaff: isStaff(roles),
    isEditor: mayAtDesk(roles, '/desk/publish'),
    isModerator: mayAtDesk(roles, '/desk/held'),
    mayWrite: isSignedIn && mayWrite(roles, site.publishing),
    isGuest: isKnown && visitor.session === undefined,
    back: localPath(url.pathname + (url.searchParams.keys().some((name) => name.startsWith('/')) ? '' : url.search)),
  };
};
