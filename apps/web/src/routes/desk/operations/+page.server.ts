import type { Operations } from '#lib/desk/answers.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { ask } }) => {
  const { body } = await ask<Operations>('/api/operations');
  return { operations: body, at: new Date().toISOString() };
};
