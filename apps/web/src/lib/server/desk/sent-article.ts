import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { type ArticleField, articleFields, type ArticleForm, articleForm, articleOf } from '#lib/desk/article-form.js';
import { field } from '#lib/field.js';
import { leaveChanged } from './field-marks.js';
import { sendStep } from './take-step.js';

/** The form of the editor as it was sent. */
export interface SentArticle {
  /** What comes back if it is refused: the fields that were changed. */
  data: FormData;
  form: ArticleForm;
  changed: ArticleField[];
  /** What it is of, if it is not a new one. */
  draft: string;
  slug: string;
}

export async function readSentArticle({ request }: RequestEvent): Promise<SentArticle> {
  const data = await request.formData();
  const form = articleForm(Object.fromEntries(articleFields.map((name) => [name, field(data, name)])));
  leaveChanged(data, articleFields, 'marks');
  const changed = articleFields.filter((name) => data.has(name));
  return { data, form, changed, draft: field(data, 'draft'), slug: field(data, 'article') };
}

interface Saved {
  draft?: { id: string; version: number };
  /** Of one that is accepted and not shown yet. */
  streams?: Record<string, number>;
}

/**
 * Saves a draft. Whatever is done next is bound to what was saved, also where it is refused and sent once more.
 * @returns its id @throws Refusal; GatewayAway
 */
export async function saveDraft(event: RequestEvent, { data, form, changed, draft }: SentArticle): Promise<string> {
  if (draft !== '' && changed.length === 0) return draft;
  const body = { draft: articleOf(form) };
  // Sent once more it is saved once; with other words it is saved again.
  const words = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
  const { body: saved } = await sendStep<Saved>(event, {
    ...{ step: `save-${words}`, data, body },
    ...(draft === '' ? { path: '/api/drafts' } : { path: draftPath(draft), method: 'PUT' as const }),
  });
  const [stream = '', version = 0] = Object.entries(saved.streams ?? {}).find(([name]) => name.startsWith(of)) ?? [];
  const { id, version: now } = saved.draft ?? { id: stream.slice(of.length), version };
  data.set('draft', id);
  data.set('etag', `"${now}"`);
  return id;
}

const of = 'article-';

export const draftPath = (id: string): string => `/api/drafts/${encodeURIComponent(id)}`;
