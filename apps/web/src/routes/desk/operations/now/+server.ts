import { json } from '@sveltejs/kit';
import type { Operations } from '#lib/desk/answers.js';
import { failureOf } from '#lib/server/failure-of.js';
import type { RequestHandler } from './$types.js';

/** How the services are, for the page that refreshes itself. */
export const GET: RequestHandler = async ({ locals: { ask } }) => {
  const headers = { 'cache-control': 'private, no-store' };
  try {
    const { body } = await ask<Operations>('/api/operations');
    return json({ operations: body, at: new Date().toISOString() }, { headers });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return json({}, { status: failure.status, headers });
  }
};
