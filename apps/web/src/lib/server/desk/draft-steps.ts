import type { RequestEvent } from '@sveltejs/kit';
import type { Said } from '#lib/desk/said.js';
import { field } from '#lib/field.js';
import { draftPath } from './sent-article.js';
import { takeStep } from './take-step.js';

const steps = {
  return: { path: '/return', method: 'POST', said: 'returned' },
  unschedule: { path: '/schedule', method: 'DELETE', said: 'unscheduled' },
  discard: { path: '', method: 'DELETE', said: 'discarded' },
} as const satisfies Record<string, { path: string; method: string; said: Said['what'] }>;

/** Takes a step with a draft of a list. */
export async function takeDraftStep(event: RequestEvent, name: keyof typeof steps) {
  const data = await event.request.formData();
  const [draft, title, note] = ['draft', 'title', 'note'].map((each) => field(data, each)) as [string, string, string];
  const { path, method, said } = steps[name];
  const what = name === 'return' && !data.has('note') ? 'takenBack' : said;
  return takeStep(event, {
    ...{ step: `${name}-${draft}`, data, path: draftPath(draft) + path, method },
    ...(note.trim() !== '' && { body: { draft: { note } } }),
    said: (answer) => ({
      what: answer === undefined ? 'accepted' : what,
      name: title,
      to: name === 'discard' || said === 'returned' ? '' : `#draft-${draft}`,
    }),
  });
}
