import { json, type RequestEvent } from '@sveltejs/kit';
import { failureOf } from '../failure-of.js';
import { previewOf } from './preview.js';

/** Renders what is being typed. */
export async function answerPreview({ request, locals: { ask } }: RequestEvent): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' };
  const sent = ((await request.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  const textOf = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
  try {
    return json({ html: await previewOf(ask, textOf('body'), textOf('format')) }, { headers });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return json({ html: '' }, { status: failure.status, headers });
  }
}
