import { fail } from '@sveltejs/kit';
import { siteFields, type SiteForm, type SiteText, siteTexts } from '#lib/desk/site-form.js';
import { field } from '#lib/field.js';
import { previewOf } from '#lib/server/desk/preview.js';
import { stepFailure, takeStep } from '#lib/server/desk/take-step.js';
import { type Ask, Refusal } from '#lib/server/gateway.js';
import type { Actions, PageServerLoad } from './$types.js';

type Site = Record<'name' | 'motto' | 'language' | 'timeZone', string> & {
  version: number;
  pages: Record<SiteText, boolean>;
};

export const load: PageServerLoad = async ({ locals: { ask } }) => {
  // The identity first: a text that is changed after it makes its version old, and the form is refused.
  const { body } = await ask<{ site: Site }>('/api/site');
  const { version, pages, name, motto, language, timeZone } = body.site;
  const texts = await Promise.all(siteTexts.map((text) => (pages[text] ? readText(ask, text) : Promise.resolve(''))));
  const [rules = '', imprint = '', privacy = ''] = texts;
  const now: SiteForm = { name, motto, language, timeZone, rules, imprint, privacy };
  return { now, etag: `"${version}"` };
};

async function readText(ask: Ask, text: SiteText): Promise<string> {
  try {
    return (await ask<{ page: { source: string } }>(`/api/site/pages/${text}`)).body.page.source;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return '';
    throw error;
  }
}

const formOf = (data: FormData) =>
  Object.fromEntries(siteFields.map((name) => [name, field(data, name)])) as unknown as SiteForm;

export const actions: Actions = {
  describe: async (event) => {
    const data = await event.request.formData();
    const form = formOf(data);
    const texts = Object.fromEntries(siteTexts.map((text) => [text, form[text].trim() === '' ? null : form[text]]));
    return takeStep(event, {
      ...{ step: 'describe', data, path: '/api/site', method: 'PATCH', body: { site: { ...form, ...texts } } },
      said: (answer) => ({ what: answer ? 'described' : 'accepted', to: '/' }),
    });
  },

  /** For browsers without scripts. */
  preview: async (event) => {
    const data = await event.request.formData();
    const values = formOf(data);
    try {
      const { ask } = event.locals;
      const html = await Promise.all(siteTexts.map((text) => previewOf(ask, values[text], 'markdown')));
      return { preview: { values, html, etag: field(data, 'etag') } };
    } catch (error) {
      const { status, data: failed } = stepFailure(event, { step: 'describe', data }, error);
      return fail(status, failed);
    }
  },
};
