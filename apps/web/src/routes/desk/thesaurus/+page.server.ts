import { fail } from '@sveltejs/kit';
import type { Entry, Impact } from '#lib/desk/answers.js';
import { entryOf, impactQuery } from '#lib/desk/entry-form.js';
import { field } from '#lib/field.js';
import { offsetIn } from '#lib/server/desk/offset-in.js';
import { stepFailure, takeStep, typedIn } from '#lib/server/desk/take-step.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Entries of a page. */
const onPage = 50;

export const load: PageServerLoad = async ({ locals: { ask }, url }) => {
  const [offset, q] = [offsetIn(url), (url.searchParams.get('q') ?? '').trim().slice(0, 200)];
  const asked = new URLSearchParams({ limit: String(onPage), offset: String(offset), ...(q !== '' && { q }) });
  type List = { thesaurus: { version: number; entries: Entry[]; entriesCount: number } };
  const { thesaurus } = (await ask<List>(`/api/thesaurus?${asked}`)).body;
  const looked = thesaurus.entries.find(({ entryId }) => entryId === url.searchParams.get('impact'));
  const impact = looked && (await ask<{ impact: Impact }>(impactQuery(looked))).body.impact;
  return { ...thesaurus, offset, onPage, q, impact };
};

type Answered = { entry: Entry };
const pathOf = (data: FormData) => `/api/thesaurus/entries/${encodeURIComponent(field(data, 'id'))}`;

export const actions: Actions = {
  define: async (event) => {
    const data = await event.request.formData();
    const entry = entryOf(data);
    return takeStep<Answered>(event, {
      ...{ step: 'define', data, path: '/api/thesaurus/entries', body: { entry } },
      said: () => ({ what: 'entryDefined', name: entry.term }),
    });
  },
  look: async (event) => {
    const data = await event.request.formData();
    const step = { step: 'define', data };
    try {
      const { body } = await event.locals.ask<{ impact: Impact }>(impactQuery(entryOf(data)));
      // Nothing failed: it is how the form keeps what was typed.
      const failed = { step: 'define', values: typedIn(data), errors: {}, message: '' };
      return fail(422, { failed, impact: body.impact });
    } catch (error) {
      return stepFailure(event, step, error);
    }
  },
  change: async (event) => {
    const data = await event.request.formData();
    const entry = entryOf(data);
    return takeStep<Answered>(event, {
      ...{ step: `change-${field(data, 'id')}`, data, path: pathOf(data), method: 'PUT', body: { entry } },
      said: () => ({ what: 'entryDefined', name: entry.term }),
    });
  },
  retire: async (event) => {
    const data = await event.request.formData();
    return takeStep<Answered>(event, {
      ...{ step: `retire-${field(data, 'id')}`, data, path: pathOf(data), method: 'DELETE' },
      said: () => ({ what: 'entryRetired', name: field(data, 'term') }),
    });
  },
};
