import { json } from '@sveltejs/kit';
import { previewOf } from '#lib/server/desk/preview.js';
import { failureOf } from '#lib/server/failure-of.js';
import type { RequestHandler } from './$types.js';

/** Renders what is being typed, for the pages of the desk. */
export const POST: RequestHandler = async ({ request, locals: { ask } }) => {
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
};
