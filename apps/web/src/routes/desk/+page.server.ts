import { mayAtDesk } from '#lib/desk/rules.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { ask, staff } }) => {
  if (!mayAtDesk(staff?.roles ?? [], '/desk/held')) return { held: undefined };
  const { body } = await ask<{ commentsCount: number }>('/api/held-comments?limit=1');
  return { held: body.commentsCount };
};
