import { takeDraftStep } from '#lib/server/desk/draft-steps.js';
import { readDrafts } from '#lib/server/desk/read-drafts.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => readDrafts(event, 'drafts');

export const actions: Actions = {
  return: async (event) => takeDraftStep(event, 'return'),
  unschedule: async (event) => takeDraftStep(event, 'unschedule'),
  discard: async (event) => takeDraftStep(event, 'discard'),
};
