import type { RequestEvent } from '@sveltejs/kit';
import type { ListedDraft } from '#lib/desk/answers.js';
import { offsetIn } from './offset-in.js';

/** Drafts of a page. */
const onPage = 20;

/** A page of a list of drafts. */
export async function readDrafts({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, of: 'drafts' | 'submissions') {
  const offset = offsetIn(url);
  type List = { drafts: ListedDraft[]; draftsCount: number };
  const { body } = await locals.ask<List>(`/api/${of}?limit=${onPage}&offset=${offset}`);
  return { drafts: body.drafts, count: body.draftsCount, offset, onPage };
}
