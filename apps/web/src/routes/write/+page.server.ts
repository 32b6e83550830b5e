import { takeDraftStep } from '#lib/server/desk/draft-steps.js';
import { readDrafts } from '#lib/server/desk/read-drafts.js';
import { readOwnArticles } from '#lib/server/desk/read-own-articles.js';
import { withdrawArticle } from '#lib/server/desk/withdraw-article.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const [drafts, articles] = await Promise.all([readDrafts(event, 'drafts'), readOwnArticles(event.locals)]);
  return { ...drafts, articles };
};

export const actions: Actions = {
  return: async (event) => takeDraftStep(event, 'return'),
  withdraw: async (event) => withdrawArticle(event),
  discard: async (event) => takeDraftStep(event, 'discard'),
};
