import type { RequestEvent } from '@sveltejs/kit';
import { field } from '#lib/field.js';
import { takeStep } from './take-step.js';

/** Withdraws an article of a list. */
export async function withdrawArticle(event: RequestEvent) {
  const data = await event.request.formData();
  const [slug, title, reason] = ['slug', 'title', 'reason'].map((name) => field(data, name)) as [
    string,
    string,
    string,
  ];
  return takeStep(event, {
    ...{ step: `withdraw-${slug}`, data, path: `/api/articles/${encodeURIComponent(slug)}`, method: 'DELETE' },
    ...(reason.trim() !== '' && { body: { article: { reason } } }),
    said: (answer) => ({
      what: answer === undefined ? 'accepted' : 'withdrawn',
      name: title,
      to: `/articles/${encodeURIComponent(slug)}`,
    }),
  });
}
