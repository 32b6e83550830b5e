import { fail } from '@sveltejs/kit';
import { daysAsTyped, typedDays } from '#lib/closing-days.js';
import { siteFields, type SiteForm, siteRules, type SiteText, siteTexts } from '#lib/desk/site-form.js';
import { field } from '#lib/field.js';
import { leaveChanged, marksOf } from '#lib/server/desk/field-marks.js';
import { previewOf } from '#lib/server/desk/preview.js';
import { stepFailure, takeStep, typedIn } from '#lib/server/desk/take-step.js';
import { type Ask, Refusal } from '#lib/server/gateway.js';
import type { Actions, PageServerLoad } from './$types.js';

type Site = Record<'name' | 'motto' | 'language' | 'timeZone' | 'publishing', string> & {
  editMinutes: number;
  version: number;
  commentsCloseAfterDays: number | 'never' | null;
  quietFrom: string | null;
  quietUntil: string | null;
  pages: Record<SiteText, boolean>;
};

export const load: PageServerLoad = async ({ locals: { ask } }) => {
  // The identity first: a text that is changed after it makes its version old, and the form is refused.
  const { body } = await ask<{ site: Site }>('/api/site');
  const { version, pages, name, motto, language, timeZone, publishing, editMinutes } = body.site;
  const texts = await Promise.all(siteTexts.map((text) => (pages[text] ? readText(ask, text) : Promise.resolve(''))));
  const [rules = '', imprint = '', privacy = ''] = texts;
  const { commentsCloseAfterDays, quietFrom, quietUntil } = body.site;
  const ofComments = {
    commentsCloseAfterDays: daysAsTyped(commentsCloseAfterDays),
    ...{ quietFrom: quietFrom ?? '', quietUntil: quietUntil ?? '', editMinutes: String(editMinutes) },
  };
  const now: SiteForm = { name, motto, language, timeZone, ...ofComments, publishing, rules, imprint, privacy };
  return { now, etag: `"${version}"`, marks: marksOf(now, siteFields) };
};

async function readText(ask: Ask, text: SiteText): Promise<string> {
  try {
    return (await ask<{ page: { source: string } }>(`/api/site/pages/${text}`)).body.page.source;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return '';
    throw error;
  }
}

const mayLack: readonly string[] = [...siteTexts, ...siteRules];

/** What is sent of a field: where nothing is typed, it is taken back. */
function sentOf(name: keyof SiteForm, value: string) {
  if (name === 'commentsCloseAfterDays') return typedDays(value);
  if (name === 'editMinutes') return value.trim() ? Number(value) : null;
  return mayLack.includes(name) && !value.trim() ? null : value;
}

const formOf = (data: FormData): Partial<SiteForm> =>
  Object.fromEntries(siteFields.filter((name) => data.has(name)).map((name) => [name, field(data, name)]));

export const actions: Actions = {
  describe: async (event) => {
    const data = await event.request.formData();
    const whole = typedIn(data);
    leaveChanged(data, siteFields, 'marks');
    const form = Object.entries(formOf(data)) as [keyof SiteForm, string][];
    const site = Object.fromEntries(form.map(([name, value]) => [name, sentOf(name, value)]));
    const failure = await takeStep(event, {
      ...{ step: 'describe', data, path: '/api/site', method: 'PATCH', body: { site } },
      said: (answer) => ({ what: answer ? 'described' : 'accepted', to: '/' }),
    });
    const { failed } = failure.data;
    // It goes on with what it was made of, unless another's change is shown with this refusal.
    return failed.changes
      ? failure
      : fail(failure.status, { failed: { ...failed, values: { ...whole, ...failed.values } } });
  },

  /** For browsers without scripts. */
  preview: async (event) => {
    const data = await event.request.formData();
    const texts = siteTexts.map((text) => field(data, text));
    try {
      const { ask } = event.locals;
      const html = await Promise.all(texts.map((text) => previewOf(ask, text, 'markdown')));
      return { preview: { values: formOf(data), html, etag: field(data, 'etag'), marks: field(data, 'marks') } };
    } catch (error) {
      const { status, data: failed } = stepFailure(event, { step: 'describe', data }, error);
      return fail(status, failed);
    }
  },
};
