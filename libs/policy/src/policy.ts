import type { Rule } from './rule.js';

const everyone = { may: 'everyone' } as const;
const known = { may: 'known' } as const;
const account = { may: 'account' } as const;
const viewer = { may: 'everyone', forViewer: true } as const;
const editors = { may: ['editor', 'admin'], inGoodStanding: true } as const;
const moderators = { may: ['moderator', 'admin'], inGoodStanding: true } as const;
const admins = { may: ['admin'], inGoodStanding: true } as const;
const strangers = { may: 'everyone', inGoodStanding: true } as const;
const speaking = { may: 'known', inGoodStanding: true } as const;
const own = { whose: 'own' } as const;
const others = { whose: 'others' } as const;
/** The service decides further, on whose article it is and on what the site says of who publishes. */
const authors = { may: 'account', inGoodStanding: true } as const;

/** Who may give which command: one rule for each, whatever routes lead to it. The service that owns the object checks it too. */
const commandRules = {
  'publish-article': authors,
  'revise-article': authors,
  'withdraw-article': authors,
  'favorite-article': { ...account, ...own, inGoodStanding: true },
  'unfavorite-article': { ...account, ...own },
  'draft-article': authors,
  'revise-draft': authors,
  'submit-draft': authors,
  'return-submission': authors,
  'schedule-draft': authors,
  'unschedule-draft': authors,
  'publish-draft': authors,
  'discard-draft': authors,
  'list-revisions': account,
  'open-section': editors,
  'change-section': editors,
  'close-comments': { ...editors, may: ['editor', 'moderator', 'admin'] },
  'reopen-comments': editors,
  'set-comments-closing': editors,
  'describe-site': admins,
  'define-entry': editors,
  'retire-entry': editors,
  'repin-article': editors,
  'compare-house': editors,
  'preview-house': known,
  'post-comment': speaking,
  'approve-comment': moderators,
  // The service decides further, on whose comment it is; what is one's own is taken back whatever one's standing.
  'edit-comment': speaking,
  'delete-comment': known,
  'visit-thread': { ...account, ...own },

  'introduce-guest': strangers,
  register: strangers,
  login: everyone,
  'request-password-reset': everyone,
  'reset-password': everyone,
  'issue-password-reset': { ...admins, ...others },
  'refresh-session': everyone,
  'change-account': { ...account, ...own, inGoodStanding: true },
  'begin-second-factor': { ...account, ...own },
  'confirm-second-factor': { ...account, ...own },
  'renew-recovery-codes': { ...account, ...own },
  'remove-second-factor': { ...account, ...own },
  'list-sessions': { ...known, ...own },
  'end-sessions': { ...account, ...own },
  'follow-person': { ...account, ...own, inGoodStanding: true },
  'unfollow-person': { ...account, ...own },
  mute: { ...known, ...own },
  unmute: { ...known, ...own },
  'request-erasure': { ...known, ...own },
  'cancel-erasure': { ...known, ...own },
  'change-guest': { may: 'guest', ...own, inGoodStanding: true },
  'rotate-credential': { may: 'guest', ...own, credentialJudgedByService: true },
  'propose-nicks': everyone,
  'pick-nick': { ...speaking, ...own },
  'restore-nick': { ...known, ...own },
  'link-guest': { ...account, inGoodStanding: true },
  'grant-role': admins,
  'revoke-role': admins,
  'remove-second-factor-of': { ...admins, ...others },
  'sanction-person': { ...moderators, ...others },
  'reinstate-person': { ...moderators, ...others },
  'unlink-guest': moderators,
  'sanction-address-range': moderators,
  'reinstate-address-range': moderators,
  'request-erasure-of': admins,
  'cancel-erasure-of': admins,
  'describe-operation': admins,
  'import-people': admins,
  'import-sections': admins,
  'import-articles': admins,
  'import-drafts': admins,
  'import-comments': admins,
} as const satisfies Record<string, Rule>;

export type CommandRules = typeof commandRules;
export type CommandName = keyof CommandRules;

/** A route of the gateway: a command with its rule, or a read. */
const routes: Readonly<Record<string, CommandName | Rule>> = {
  'GET /api/site': everyone,
  'GET /api/site/pages/:page': everyone,
  'PATCH /api/site': 'describe-site',

  'GET /feed.:format': everyone,
  'GET /sections/:slug/feed.:format': everyone,
  'GET /tags/:tag/feed.:format': everyone,
  'GET /people/:id/feed.:format': everyone,
  'GET /articles/:slug/feed.:format': everyone,
  'GET /sitemap.xml': everyone,
  'GET /sitemaps/:part.xml': everyone,

  'GET /api/articles': viewer,
  'GET /api/articles/feed': account,
  'GET /api/articles/:slug': viewer,
  'POST /api/articles': 'publish-article',
  'PUT /api/articles/:slug': 'revise-article',
  'DELETE /api/articles/:slug': 'withdraw-article',
  'POST /api/articles/:slug/favorite': 'favorite-article',
  'DELETE /api/articles/:slug/favorite': 'unfavorite-article',
  'GET /api/tags': everyone,
  'GET /api/former-addresses': everyone,
  'GET /api/search': everyone,
  'GET /api/search/suggestions': everyone,
  'GET /api/revisions/:id': 'list-revisions',
  'GET /api/sections': everyone,
  'POST /api/sections': 'open-section',
  'PATCH /api/sections/:id': 'change-section',
  'GET /api/articles/:slug/house-difference': 'compare-house',
  'POST /api/articles/:slug/repin': 'repin-article',
  'GET /api/thesaurus': everyone,
  'GET /api/thesaurus/impact': editors,
  'POST /api/thesaurus/entries': 'define-entry',
  'PUT /api/thesaurus/entries/:id': 'define-entry',
  'DELETE /api/thesaurus/entries/:id': 'retire-entry',
  'GET /api/submissions': editors,
  'GET /api/drafts': account,
  'POST /api/drafts': 'draft-article',
  'GET /api/drafts/:id': account,
  'PUT /api/drafts/:id': 'revise-draft',
  'DELETE /api/drafts/:id': 'discard-draft',
  'POST /api/drafts/:id/submit': 'submit-draft',
  'POST /api/drafts/:id/return': 'return-submission',
  'PUT /api/drafts/:id/schedule': 'schedule-draft',
  'DELETE /api/drafts/:id/schedule': 'unschedule-draft',
  'POST /api/drafts/:id/publish': 'publish-draft',
  'POST /api/previews': 'preview-house',
  'POST /api/previews/comments': everyone,
  'POST /api/articles/:slug/close-comments': 'close-comments',
  'POST /api/articles/:slug/reopen-comments': 'reopen-comments',
  'PUT /api/articles/:slug/comments-closing': 'set-comments-closing',

  'GET /api/articles/:slug/comments': viewer,
  'POST /api/articles/:slug/comments': 'post-comment',
  'GET /api/articles/:slug/live': everyone,
  'PATCH /api/articles/:slug/comments/:id': 'edit-comment',
  'DELETE /api/articles/:slug/comments/:id': 'delete-comment',
  'POST /api/articles/:slug/visits': 'visit-thread',

  'POST /api/guests': 'introduce-guest',
  'POST /api/users': 'register',
  'POST /api/users/login': 'login',
  'POST /api/users/password-resets': 'request-password-reset',
  'POST /api/users/password': 'reset-password',
  'POST /api/users/refresh': 'refresh-session',
  'GET /.well-known/jwks.json': everyone,

  'GET /api/user': account,
  'PUT /api/user': 'change-account',
  'POST /api/user/second-factor': 'begin-second-factor',
  'POST /api/user/second-factor/confirm': 'confirm-second-factor',
  'POST /api/user/second-factor/recovery-codes': 'renew-recovery-codes',
  'DELETE /api/user/second-factor': 'remove-second-factor',
  'GET /api/user/sessions': 'list-sessions',
  'DELETE /api/user/sessions': 'end-sessions',
  'DELETE /api/user/sessions/:id': 'end-sessions',

  'GET /api/commenters/:id': everyone,
  'GET /api/commenters/:id/comments': everyone,

  'GET /api/profiles/:username': viewer,
  'POST /api/profiles/:username/follow': 'follow-person',
  'DELETE /api/profiles/:username/follow': 'unfollow-person',

  'GET /api/me': known,
  'DELETE /api/me': 'request-erasure',
  'POST /api/me/keep': 'cancel-erasure',
  'GET /api/me/export': known,
  'GET /api/me/live': known,

  'PUT /api/me': 'change-guest',
  'POST /api/me/token': 'rotate-credential',
  'GET /api/me/sanctions': known,
  'GET /api/me/following': known,
  'GET /api/me/mutes': known,
  'PUT /api/me/mutes/:kind/:key': 'mute',
  'DELETE /api/me/mutes/:kind/:key': 'unmute',
  'GET /api/me/nicks': known,
  'GET /api/me/nicks/proposals': 'propose-nicks',
  'PUT /api/me/nick': 'pick-nick',
  'DELETE /api/me/nick': 'restore-nick',
  'POST /api/me/guests': 'link-guest',

  'GET /api/people': moderators,
  'GET /api/people/:id': moderators,
  'POST /api/people/:id/password-resets': 'issue-password-reset',
  'POST /api/people/:id/roles': 'grant-role',
  'DELETE /api/people/:id/roles/:role': 'revoke-role',
  'DELETE /api/people/:id/second-factor': 'remove-second-factor-of',
  'POST /api/people/:id/sanctions': 'sanction-person',
  'DELETE /api/people/:id/sanctions': 'reinstate-person',
  'POST /api/people/:id/unlink': 'unlink-guest',
  'GET /api/address-ranges': moderators,
  'GET /api/address-ranges/reach': moderators,
  'POST /api/address-ranges': 'sanction-address-range',
  'DELETE /api/address-ranges/:id': 'reinstate-address-range',

  'GET /api/held-comments': moderators,
  'POST /api/comments/:id/approve': 'approve-comment',
  'GET /api/comments/:id/revisions': moderators,

  'POST /api/people/:id/erase': 'request-erasure-of',
  'POST /api/people/:id/keep': 'cancel-erasure-of',

  'GET /api/operations': 'describe-operation',

  'POST /api/imports/people': 'import-people',
  'POST /api/imports/sections': 'import-sections',
  'POST /api/imports/articles': 'import-articles',
  'POST /api/imports/drafts': 'import-drafts',
  'POST /api/imports/comments': 'import-comments',

  'GET /health/live': everyone,
  'GET /health/ready': everyone,
};

/** The rule of a command. @throws Error for an unknown command. */
export function ruleOfCommand(command: string): Rule {
  const rule = Object.hasOwn(commandRules, command) ? commandRules[command as CommandName] : undefined;
  if (!rule) throw new Error(`the policy has no rule for the command ${command}`);
  return rule;
}

/** Who may do what: the rule of each route of the gateway. A route without a rule is refused to everybody, and fails a test. */
export const policy: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.entries(routes).map(([route, asked]) => [
    route,
    typeof asked === 'string' ? { ...ruleOfCommand(asked), command: asked } : asked,
  ]),
);
