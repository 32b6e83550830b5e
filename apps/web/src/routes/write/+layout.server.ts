import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { mayAtDesk, mayWrite } from '#lib/desk/rules.js';
import { takeSaid } from '#lib/server/desk/said.js';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals: { staff, deskFailure, cookies, site }, url }) => {
  if (deskFailure !== undefined) error(deskFailure.status, deskFailure);
  const { id, name, roles = [] } = staff ?? error(403, { message: 'forbidden' });
  return {
    me: { id, name, roles },
    mayWrite: mayWrite(roles, site.publishing),
    isEditor: mayAtDesk(roles, '/desk/publish'),
    said: { ...takeSaid(cookies), on: url.pathname + url.search },
    key: randomUUID(),
    site,
  };
};
