import { publishArticle, saveArticle, scheduleArticle } from '#lib/server/desk/article-steps.js';
import { previewArticle } from '#lib/server/desk/preview-article.js';
import { readEdited } from '#lib/server/desk/read-edited.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({ edited: await readEdited(event) });

export const actions: Actions = {
  save: async (event) => saveArticle(event, '/desk/publish'),
  publish: async (event) => publishArticle(event, '/desk/publish'),
  schedule: async (event) => scheduleArticle(event, '/desk/publish'),
  preview: async (event) => previewArticle(event),
};
