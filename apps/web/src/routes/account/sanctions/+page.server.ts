import type { OwnSanction } from '#lib/answers.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent, locals: { ask } }) => {
  await parent();
  return { sanctions: (await ask<{ sanctions: OwnSanction[] }>('/api/me/sanctions')).body.sanctions };
};
