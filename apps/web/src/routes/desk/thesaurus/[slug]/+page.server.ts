import type { Difference } from '#lib/desk/answers.js';
import { field } from '#lib/field.js';
import { takeStep } from '#lib/server/desk/take-step.js';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (slug: string) => `/articles/${encodeURIComponent(slug)}`;

export const load: PageServerLoad = async ({ locals: { ask }, params: { slug } }) => {
  const { body } = await ask<{ difference: Difference }>(`/api${pathOf(slug)}/house-difference`);
  return { ...body.difference, slug };
};

export const actions: Actions = {
  repin: async (event) => {
    const data = await event.request.formData();
    const { slug } = event.params;
    return takeStep(event, {
      ...{ step: 'repin', data, path: `/api${pathOf(slug)}/repin` },
      said: () => ({ what: 'movedOn', name: field(data, 'title'), to: pathOf(slug) }),
    });
  },
};
