/** Roles as the gateway gives them; a reader and a contributor have no place at the desk. */
export type Role = 'editor' | 'moderator' | 'admin';

/** What one may see or do at the desk. */
export interface DeskRule {
  may: readonly Role[];
  /** The gateway's routes that it needs; its policy has the last word, and a test compares. */
  asks: readonly string[];
  /** It gives data and is no page. */
  isEndpoint?: true;
}

const rule = (may: readonly Role[], ...asks: string[]): DeskRule => ({ may, asks });
const staff = ['editor', 'moderator', 'admin'] as const;
const editors = ['editor', 'admin'] as const;
const moderators = ['moderator', 'admin'] as const;
const admins = ['admin'] as const;

/**
 * Who may open which page of the desk, and send which of its forms: by the site's route, a form by its action. Whatever is
 * not here is refused to everybody.
 */
export const deskRules: Readonly<Record<string, DeskRule>> = {
  '/desk': rule(staff),

  '/desk/publish': rule(editors, 'GET /api/drafts/:id', 'GET /api/articles/:slug'),
  '/desk/publish?/save': rule(editors, 'POST /api/drafts', 'PUT /api/drafts/:id'),
  '/desk/publish?/publish': rule(
    editors,
    ...['POST /api/articles', 'PUT /api/articles/:slug', 'PUT /api/drafts/:id', 'POST /api/drafts/:id/publish'],
  ),
  '/desk/publish?/schedule': rule(editors, 'PUT /api/drafts/:id/schedule'),
  '/desk/publish?/preview': rule(editors, 'POST /api/previews'),
  '/desk/previews': { ...rule(editors, 'POST /api/previews'), isEndpoint: true },

  '/desk/articles': rule(staff, 'GET /api/articles'),
  '/desk/articles/[id]/revisions': rule(editors, 'GET /api/revisions/:id'),
  '/desk/articles?/withdraw': rule(editors, 'DELETE /api/articles/:slug'),
  '/desk/articles?/close': rule(staff, 'POST /api/articles/:slug/close-comments'),
  '/desk/articles?/reopen': rule(editors, 'POST /api/articles/:slug/reopen-comments'),

  '/desk/sections': rule(editors, 'POST /api/sections'),
  '/desk/sections?/open': rule(editors, 'POST /api/sections'),
  '/desk/sections?/change': rule(editors, 'PATCH /api/sections/:id'),
  '/desk/drafts': rule(editors, 'GET /api/drafts'),
  '/desk/drafts?/return': rule(editors, 'POST /api/drafts/:id/return'),
  '/desk/drafts?/unschedule': rule(editors, 'DELETE /api/drafts/:id/schedule'),
  '/desk/drafts?/discard': rule(editors, 'DELETE /api/drafts/:id'),
  '/desk/submissions': rule(editors, 'GET /api/submissions'),
  '/desk/submissions?/return': rule(editors, 'POST /api/drafts/:id/return'),
  '/desk/submissions?/unschedule': rule(editors, 'DELETE /api/drafts/:id/schedule'),
  '/desk/thesaurus': rule(editors, 'GET /api/thesaurus', 'GET /api/thesaurus/impact'),
  '/desk/thesaurus?/define': rule(editors, 'POST /api/thesaurus/entries'),
  '/desk/thesaurus?/look': rule(editors, 'GET /api/thesaurus/impact'),
  '/desk/thesaurus?/change': rule(editors, 'PUT /api/thesaurus/entries/:id'),
  '/desk/thesaurus?/retire': rule(editors, 'DELETE /api/thesaurus/entries/:id'),
  '/desk/thesaurus/[slug]': rule(editors, 'GET /api/articles/:slug/house-difference'),
  '/desk/thesaurus/[slug]?/repin': rule(editors, 'POST /api/articles/:slug/repin'),

  '/desk/held': rule(moderators, 'GET /api/held-comments'),
  '/desk/held?/approve': rule(moderators, 'POST /api/comments/:id/approve'),

  '/desk/comments/[id]/revisions': rule(moderators, 'GET /api/comments/:id/revisions'),

  '/desk/people': rule(moderators, 'GET /api/people'),
  '/desk/people/[id]': rule(moderators, 'GET /api/people/:id'),
  '/desk/people/[id]?/sanction': rule(moderators, 'POST /api/people/:id/sanctions'),
  '/desk/people/[id]?/reinstate': rule(moderators, 'DELETE /api/people/:id/sanctions'),
  '/desk/people/[id]?/unlink': rule(moderators, 'POST /api/people/:id/unlink'),
  '/desk/people/[id]?/grant': rule(admins, 'POST /api/people/:id/roles'),
  '/desk/people/[id]?/revoke': rule(admins, 'DELETE /api/people/:id/roles/:role'),
  '/desk/people/[id]?/erase': rule(admins, 'POST /api/people/:id/erase'),
  '/desk/people/[id]?/keep': rule(admins, 'POST /api/people/:id/keep'),
  '/desk/people/[id]?/reset': rule(admins, 'POST /api/people/:id/password-resets'),
  '/desk/people/[id]?/unfactor': rule(admins, 'DELETE /api/people/:id/second-factor'),

  '/desk/addresses': rule(moderators, 'GET /api/address-ranges'),
  '/desk/addresses?/sanction': rule(moderators, 'POST /api/address-ranges', 'GET /api/address-ranges/reach'),
  '/desk/addresses?/reinstate': rule(moderators, 'DELETE /api/address-ranges/:id'),

  '/desk/operations': rule(admins, 'GET /api/operations'),
  '/desk/operations/now': { ...rule(admins, 'GET /api/operations'), isEndpoint: true },
  '/desk/site': rule(admins, 'PATCH /api/site'),
  '/desk/site?/describe': rule(admins, 'PATCH /api/site'),
  '/desk/site?/preview': rule(admins, 'POST /api/previews'),
};

/** The pages of the desk in the order of their links. */
export const deskPages = [
  ...(['/desk', '/desk/publish', '/desk/drafts', '/desk/submissions', '/desk/articles'] as const),
  ...(['/desk/sections', '/desk/thesaurus', '/desk/held', '/desk/people', '/desk/addresses'] as const),
  ...(['/desk/operations', '/desk/site'] as const),
];
export type DeskPage = (typeof deskPages)[number];

/**
 * What accounts do under /write: pages, forms and endpoints, and the gateway's routes that they need. The articles service has
 * the last word on who publishes.
 */
export const writeRules: Readonly<Record<string, Pick<DeskRule, 'asks' | 'isEndpoint'>>> = {
  '/write': { asks: ['GET /api/drafts'] },
  '/write?/return': { asks: ['POST /api/drafts/:id/return'] },
  '/write?/withdraw': { asks: ['DELETE /api/articles/:slug'] },
  '/write?/discard': { asks: ['DELETE /api/drafts/:id'] },
  '/write/draft': { asks: ['GET /api/drafts/:id'] },
  '/write/draft?/save': { asks: ['POST /api/drafts', 'PUT /api/drafts/:id'] },
  '/write/draft?/submit': { asks: ['POST /api/drafts/:id/submit'] },
  '/write/draft?/publish': { asks: ['POST /api/articles', 'PUT /api/articles/:slug', 'POST /api/drafts/:id/publish'] },
  '/write/draft?/preview': { asks: ['POST /api/previews'] },
  '/write/previews': { asks: ['POST /api/previews'], isEndpoint: true },
};

/** @param of a route such as `/desk/held`, or an action such as `/desk/held?/approve` */
export const mayAtDesk = (roles: readonly string[], of: string): boolean =>
  Object.hasOwn(deskRules, of) && deskRules[of]?.may.some((role) => roles.includes(role)) === true;

export const isStaff = (roles: readonly string[]): boolean => mayAtDesk(roles, '/desk');

/** Whether somebody finds the link to /write: editors write at the desk. The articles service decides. */
export const mayWrite = (roles: readonly string[], publishing: string): boolean =>
  !mayAtDesk(roles, '/desk/publish') && (publishing !== 'editors' || roles.includes('contributor'));
