import { publishArticle, saveArticle, submitArticle } from '#lib/server/desk/article-steps.js';
import { previewArticle } from '#lib/server/desk/preview-article.js';
import { readEdited } from '#lib/server/desk/read-edited.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({ edited: await readEdited(event) });

export const actions: Actions = {
  save: async (event) => saveArticle(event, '/write/draft'),
  submit: async (event) => submitArticle(event, '/write/draft'),
  publish: async (event) => publishArticle(event, '/write/draft'),
  preview: async (event) => previewArticle(event),
};
