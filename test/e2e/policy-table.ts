/** Who may use each route: a second list, independent of the policy, so that a mistake in one shows. */
export const actors = [
  ...(['stranger', 'guest', 'reader', 'contributor', 'editor', 'moderator', 'admin'] as const),
  ...(['banned guest', 'banned reader'] as const),
];
export type Actor = (typeof actors)[number];

export const services = ['articles', 'comments', 'users'] as const;
export type Service = (typeof services)[number];

export interface Row {
  may: readonly Actor[];
  /** An invalid body, so that a permitted caller changes nothing. */
  body?: object;
  query?: string;
  /** Whether the object must be the caller's own, or another's. */
  whose?: 'own' | 'others';
  /** The service that executes it, or each, and its command, which is also called directly. */
  by?: readonly [Service | 'each', string];
}

const everyone: Row = { may: actors };
const known: Row = { may: actors.filter((actor) => actor !== 'stranger') };
const unbanned = (who: readonly Actor[]) => who.filter((actor) => !actor.startsWith('banned'));
const accounts: Row = { may: known.may.filter((actor) => !actor.endsWith('guest')) };
const guests: Row = { may: ['guest', 'banned guest'] };
const some = (...may: Actor[]): Row => ({ may, body: {} });
const well = ({ may }: Row): Row => ({ may: unbanned(may), body: {} });
const sent = (row: Row): Row => ({ ...row, body: {} });
const by = (service: Service | 'each', command: string, row: Row): Row => ({
  ...row,
  by: [service, command],
});
const own = (row: Row): Row => ({ ...row, whose: 'own' });
const others = (row: Row): Row => ({ ...row, whose: 'others' });
const moderators = some('moderator', 'admin');
const admins = some('admin');

export const table: Record<string, Row> = {
  'GET /health/live': everyone,
  'GET /health/ready': everyone,
  'GET /.well-known/jwks.json': everyone,

  'GET /api/site': everyone,
  'GET /api/site/pages/:page': everyone,
  'PATCH /api/site': by('articles', 'describe-site', some('admin')),

  'GET /feed.:format': everyone,
  'GET /sections/:slug/feed.:format': everyone,
  'GET /tags/:tag/feed.:format': everyone,
  'GET /people/:id/feed.:format': everyone,
  'GET /articles/:slug/feed.:format': everyone,
  'GET /sitemap.xml': everyone,
  'GET /sitemaps/:part.xml': everyone,

  'GET /api/articles': everyone,
  'GET /api/articles/feed': accounts,
  'GET /api/articles/:slug': everyone,
  'GET /api/tags': everyone,
  'GET /api/former-addresses': everyone,
  'GET /api/search': everyone,
  'GET /api/search/suggestions': everyone,
  'POST /api/articles': by('articles', 'publish-article', well(accounts)),
  'PUT /api/articles/:slug': by('articles', 'revise-article', well(accounts)),
  'DELETE /api/articles/:slug': by('articles', 'withdraw-article', well(accounts)),
  'POST /api/articles/:slug/favorite': own(by('articles', 'favorite-article', well(accounts))),
  'DELETE /api/articles/:slug/favorite': own(by('articles', 'unfavorite-article', sent(accounts))),
  'GET /api/revisions/:id': by('articles', 'list-revisions', accounts),
  'GET /api/sections': everyone,
  'POST /api/sections': by('articles', 'open-section', some('editor', 'admin')),
  'PATCH /api/sections/:id': by('articles', 'change-section', some('editor', 'admin')),
  'GET /api/articles/:slug/house-difference': by('articles', 'compare-house', some('editor', 'admin')),
  'POST /api/articles/:slug/repin': by('articles', 'repin-article', some('editor', 'admin')),
  'GET /api/thesaurus': everyone,
  'GET /api/thesaurus/impact': some('editor', 'admin'),
  'POST /api/thesaurus/entries': by('articles', 'define-entry', some('editor', 'admin')),
  'PUT /api/thesaurus/entries/:id': by('articles', 'define-entry', some('editor', 'admin')),
  'DELETE /api/thesaurus/entries/:id': by('articles', 'retire-entry', some('editor', 'admin')),
  'GET /api/submissions': some('editor', 'admin'),
  'GET /api/drafts': accounts,
  'POST /api/drafts': by('articles', 'draft-article', well(accounts)),
  'GET /api/drafts/:id': accounts,
  'PUT /api/drafts/:id': by('articles', 'revise-draft', well(accounts)),
  'DELETE /api/drafts/:id': by('articles', 'discard-draft', well(accounts)),
  'POST /api/drafts/:id/submit': by('articles', 'submit-draft', well(accounts)),
  'POST /api/drafts/:id/return': by('articles', 'return-submission', well(accounts)),
  'PUT /api/drafts/:id/schedule': by('articles', 'schedule-draft', well(accounts)),
  'DELETE /api/drafts/:id/schedule': by('articles', 'unschedule-draft', well(accounts)),
  'POST /api/drafts/:id/publish': by('articles', 'publish-draft', well(accounts)),
  'POST /api/articles/:slug/close-comments': by('articles', 'close-comments', some('editor', 'moderator', 'admin')),
  'POST /api/articles/:slug/reopen-comments': by('articles', 'reopen-comments', some('editor', 'admin')),
  'PUT /api/articles/:slug/comments-closing': by('articles', 'set-comments-closing', some('editor', 'admin')),
  'POST /api/previews': by('articles', 'preview-house', sent(known)),
  'POST /api/previews/comments': sent(everyone),
  'GET /api/articles/:slug/comments': everyone,
  'GET /api/articles/:slug/live': everyone,
  'POST /api/articles/:slug/comments': by('comments', 'post-comment', well(known)),
  'PATCH /api/articles/:slug/comments/:id': by('comments', 'edit-comment', well(known)),
  'DELETE /api/articles/:slug/comments/:id': by('comments', 'delete-comment', sent(known)),
  'POST /api/articles/:slug/visits': own(by('comments', 'visit-thread', sent(accounts))),
  'GET /api/held-comments': moderators,
  'POST /api/comments/:id/approve': by('comments', 'approve-comment', moderators),
  'GET /api/comments/:id/revisions': moderators,

  'POST /api/guests': by('users', 'introduce-guest', sent(everyone)),
  'POST /api/users': by('users', 'register', sent(everyone)),
  'POST /api/users/login': by('users', 'login', sent(everyone)),
  'POST /api/users/password-resets': by('users', 'request-password-reset', sent(everyone)),
  'POST /api/users/password': by('users', 'reset-password', sent(everyone)),
  'POST /api/users/refresh': by('users', 'refresh-session', sent(everyone)),

  'GET /api/user': accounts,
  'PUT /api/user': own(by('users', 'change-account', { ...well(accounts), body: { user: { email: '' } } })),
  'POST /api/user/second-factor': own(by('users', 'begin-second-factor', sent(accounts))),
  'POST /api/user/second-factor/confirm': own(by('users', 'confirm-second-factor', sent(accounts))),
  'POST /api/user/second-factor/recovery-codes': own(by('users', 'renew-recovery-codes', sent(accounts))),
  'DELETE /api/user/second-factor': own(by('users', 'remove-second-factor', sent(accounts))),
  'GET /api/user/sessions': own(by('users', 'list-sessions', known)),
  'DELETE /api/user/sessions': own(by('users', 'end-sessions', { ...accounts, query: '?others=perhaps' })),
  'DELETE /api/user/sessions/:id': own(by('users', 'end-sessions', accounts)),

  'GET /api/commenters/:id': everyone,
  'GET /api/commenters/:id/comments': everyone,

  'GET /api/profiles/:username': everyone,
  'POST /api/profiles/:username/follow': own(by('users', 'follow-person', well(accounts))),
  'DELETE /api/profiles/:username/follow': own(by('users', 'unfollow-person', accounts)),

  'GET /api/me': known,
  'PUT /api/me': own(by('users', 'change-guest', { may: ['guest'], body: { me: { name: '' } } })),
  'DELETE /api/me': own(known),
  'POST /api/me/keep': own(by('users', 'cancel-erasure', known)),
  'GET /api/me/export': known,
  'GET /api/me/live': known,
  'GET /api/me/sanctions': known,
  'GET /api/me/following': known,
  'GET /api/me/mutes': known,
  'PUT /api/me/mutes/:kind/:key': own(by('users', 'mute', sent(known))),
  'DELETE /api/me/mutes/:kind/:key': own(by('users', 'unmute', sent(known))),
  'GET /api/me/nicks': known,
  'GET /api/me/nicks/proposals': by('users', 'propose-nicks', everyone),
  'PUT /api/me/nick': own(by('users', 'pick-nick', well(known))),
  'DELETE /api/me/nick': own(by('users', 'restore-nick', known)),
  'POST /api/me/guests': by('users', 'link-guest', well(accounts)),
  'POST /api/me/token': own(guests),

  'GET /api/people': moderators,
  'GET /api/people/:id': moderators,
  'POST /api/people/:id/password-resets': others(by('users', 'issue-password-reset', admins)),
  'POST /api/people/:id/roles': by('users', 'grant-role', admins),
  'DELETE /api/people/:id/roles/:role': by('users', 'revoke-role', admins),
  'DELETE /api/people/:id/second-factor': others(by('users', 'remove-second-factor-of', admins)),
  'POST /api/people/:id/sanctions': others(by('users', 'sanction-person', moderators)),
  'DELETE /api/people/:id/sanctions': others(by('users', 'reinstate-person', moderators)),
  'POST /api/people/:id/unlink': by('users', 'unlink-guest', moderators),
  'POST /api/people/:id/erase': by('users', 'request-erasure-of', admins),
  'POST /api/people/:id/keep': by('users', 'cancel-erasure-of', admins),
  'GET /api/address-ranges': moderators,
  'GET /api/address-ranges/reach': moderators,
  'POST /api/address-ranges': by('users', 'sanction-address-range', moderators),
  'DELETE /api/address-ranges/:id': by('users', 'reinstate-address-range', moderators),

  'GET /api/operations': by('each', 'describe-operation', admins),

  'POST /api/imports/people': by('users', 'import-people', admins),
  'POST /api/imports/sections': by('articles', 'import-sections', admins),
  'POST /api/imports/articles': by('articles', 'import-articles', admins),
  'POST /api/imports/drafts': by('articles', 'import-drafts', admins),
  'POST /api/imports/comments': by('comments', 'import-comments', admins),
};
