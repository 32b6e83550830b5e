import type { Rule } from './rule.js';

const everyone: Rule = { may: 'everyone' };
const known: Rule = { may: 'known' };
const account: Rule = { may: 'account' };
const viewer: Rule = { may: 'everyone', forViewer: true };
const editors: Rule = { may: ['editor', 'admin'], inGoodStanding: true };
const moderators: Rule = { may: ['moderator', 'admin'], inGoodStanding: true };
const admins: Rule = { may: ['admin'], inGoodStanding: true };
const speaking: Rule = { may: 'known', inGoodStanding: true };

const by = (command: string, rule: Rule): Rule => ({ ...rule, command });

/**
 * Who may do what: one row for each route of the gateway. A route without a row is refused to everybody, and fails a
 * test. Where a row names a command, the service behind it asks this table too, by what it knows of the caller itself.
 */
export const policy: Readonly<Record<string, Rule>> = {
  'GET /': everyone,
  'GET /articles/:slug': everyone,

  'GET /api/articles': everyone,
  'GET /api/articles/:slug': everyone,
  'POST /api/articles': by('publish-article', editors),
  'POST /api/articles/:slug/close-comments': by('close-comments', {
    ...editors,
    may: ['editor', 'moderator', 'admin'],
  }),
  'POST /api/articles/:slug/reopen-comments': by('reopen-comments', editors),

  'GET /api/articles/:slug/comments': viewer,
  'POST /api/articles/:slug/comments': by('post-comment', speaking),

  'POST /api/guests': by('introduce-guest', { may: 'everyone', inGoodStanding: true }),
  'POST /api/users': by('register', { may: 'everyone', inGoodStanding: true }),
  'POST /api/users/login': by('login', everyone),
  'POST /api/users/refresh': by('refresh-session', everyone),
  'GET /.well-known/jwks.json': everyone,

  'GET /api/user': account,
  'PUT /api/user': by('change-account', { ...account, inGoodStanding: true }),
  'GET /api/user/sessions': by('list-sessions', known),
  'DELETE /api/user/sessions': by('end-sessions', account),
  'DELETE /api/user/sessions/:id': by('end-sessions', account),

  'GET /api/profiles/:username': viewer,
  'POST /api/profiles/:username/follow': by('follow-person', { ...account, inGoodStanding: true }),
  'DELETE /api/profiles/:username/follow': by('unfollow-person', account),

  'GET /api/me': known,
  'DELETE /api/me': by('request-erasure', known),
  'POST /api/me/keep': by('cancel-erasure', known),
  'GET /api/me/export': known,

  'PUT /api/me': by('change-guest', { may: 'guest', inGoodStanding: true }),
  'POST /api/me/token': by('rotate-credential', { may: 'guest', credentialJudgedByService: true }),
  'GET /api/me/sanctions': known,
  'GET /api/me/nicks': known,
  'GET /api/me/nicks/proposals': by('propose-nicks', known),
  'PUT /api/me/nick': by('pick-nick', speaking),
  'DELETE /api/me/nick': by('restore-nick', known),
  'POST /api/me/guests': by('link-guest', { ...account, inGoodStanding: true }),

  'GET /api/people/:id': moderators,
  'POST /api/people/:id/roles': by('grant-role', admins),
  'DELETE /api/people/:id/roles/:role': by('revoke-role', admins),
  'POST /api/people/:id/sanctions': by('sanction-person', moderators),
  'DELETE /api/people/:id/sanctions': by('reinstate-person', moderators),
  'POST /api/people/:id/unlink': by('unlink-guest', moderators),
  'GET /api/address-ranges': moderators,
  'POST /api/address-ranges': by('sanction-address-range', moderators),
  'DELETE /api/address-ranges/:id': by('reinstate-address-range', moderators),

  'GET /api/held-comments': moderators,
  'POST /api/comments/:id/approve': by('approve-comment', moderators),

  'POST /api/people/:id/erase': by('request-erasure-of', admins),
  'POST /api/people/:id/keep': by('cancel-erasure-of', admins),

  'POST /api/imports/people': by('import-people', admins),
  'POST /api/imports/articles': by('import-articles', admins),
  'POST /api/imports/comments': by('import-comments', admins),

  'GET /health/live': everyone,
  'GET /health/ready': everyone,
};

const byCommand = new Map(Object.values(policy).map((rule) => [rule.command, rule]));

/** The rule of a command. @throws Error for one that no route gives. */
export function ruleOfCommand(command: string): Rule {
  const rule = byCommand.get(command);
  if (!rule) throw new Error(`the policy has no row for the command ${command}`);
  return rule;
}
