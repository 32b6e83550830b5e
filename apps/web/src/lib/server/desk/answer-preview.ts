import { json, type RequestEvent } from '@sveltejs/kit';
import { articleForm } from '#lib/desk/article-form.js';
import type { Previewed } from '#lib/desk/previewed.js';
import { failureOf } from '../failure-of.js';
import { previewOf, previewOfArticle } from './preview.js';

/** Renders what is being typed. */
export async function answerPreview({ request, locals: { ask } }: RequestEvent): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' };
  const sent = ((await request.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  const form = articleForm(sent);
  const { articleId } = sent;
  try {
    const previewed: Previewed =
      typeof articleId === 'string'
        ? await previewOfArticle(ask, form, articleId)
        : { html: await previewOf(ask, form.body, form.format), house: null };
    return json(previewed, { headers });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return json({ html: '', house: null }, { status: failure.status, headers });
  }
}
