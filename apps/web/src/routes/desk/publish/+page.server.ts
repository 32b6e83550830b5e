import { fail } from '@sveltejs/kit';
import { articleForm, articleOf } from '#lib/desk/article-form.js';
import { previewOf } from '#lib/server/desk/preview.js';
import { stepFailure, takeStep } from '#lib/server/desk/take-step.js';
import type { Actions } from './$types.js';

export const actions: Actions = {
  publish: async (event) => {
    const data = await event.request.formData();
    const form = articleForm(Object.fromEntries(data));
    return takeStep<{ article: { slug: string; title: string } }>(event, {
      ...{ step: 'publish', data, path: '/api/articles', body: { article: articleOf(form) } },
      said: (answer) => ({
        what: answer ? 'published' : 'accepted',
        name: answer?.article.title ?? form.title,
        to: answer ? `/articles/${encodeURIComponent(answer.article.slug)}` : '',
      }),
    });
  },

  /** For browsers without scripts. */
  preview: async (event) => {
    const data = await event.request.formData();
    const values = articleForm(Object.fromEntries(data));
    try {
      const html = await previewOf(event.locals.ask, values.body, values.format);
      return { preview: { values: { ...values }, html } };
    } catch (error) {
      const { status, data: failed } = stepFailure(event, { step: 'publish', data }, error);
      return fail(status, failed);
    }
  },
};
