import { json } from '@sveltejs/kit';
import { GatewayAway, Refusal } from '#lib/server/gateway.js';
import type { RequestHandler } from './$types.js';

/** Invented names that are free, for the script of the comment form. */
export const GET: RequestHandler = async ({ locals: { ask } }) => {
  const headers = { 'cache-control': 'private, no-store' };
  try {
    const { body } = await ask<{ nicks: string[] }>('/api/me/nicks/proposals');
    return json(body, { headers });
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof GatewayAway)) throw error;
    return json({ nicks: [] }, { status: error instanceof Refusal ? error.status : 503, headers });
  }
};
