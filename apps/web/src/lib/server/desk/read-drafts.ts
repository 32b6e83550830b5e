import type { RequestEvent } from '@sveltejs/kit';
import type { ListedDraft } from '#lib/desk/answers.js';
import { offsetIn } from './offset-in.js';

/** Drafts of a page. */
const onPage = 20;

/** Of submissions. */
const statuses = ['submitted', 'scheduled'];

/** A page of a list of drafts, of submissions those of one status if one is asked for. */
export async function readDrafts({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, of: 'drafts' | 'submissions') {
  const offset = offsetIn(url);
  const asked = url.searchParams.get('status') ?? '';
  const status = of === 'submissions' && statuses.includes(asked) ? asked : '';
  type List = { drafts: ListedDraft[]; draftsCount: number };
  const { body } = await locals.ask<List>(
    `/api/${of}?limit=${onPage}&offset=${offset}${status && `&status=${status}`}`,
  );
  return { drafts: body.drafts, count: body.draftsCount, offset, onPage, status };
}
