import { error, redirect } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { failureOf } from '#lib/server/failure-of.js';
import { signInPath } from '#lib/server/sign-in-path.js';
import type { RequestHandler } from './$types.js';

/** Everything about oneself as a file, passed on as it comes: it may be large. */
export const GET: RequestHandler = async ({ locals: { visitor, download } }) => {
  if (visitor.kind !== 'known' || visitor.token === undefined) redirect(303, signInPath('/account/export'));
  const answer = await download('/api/me/export').catch((reason: unknown) => {
    const { status, ...failure } = failureOf(reason) ?? { status: 500, message: 'broken' };
    return error(status, failure);
  });
  if (answer.statusCode !== 200) {
    await answer.body.dump();
    if (answer.statusCode === 401) redirect(303, signInPath('/account/export'));
    error(answer.statusCode, { message: 'refused', retryAfter: Number(answer.headers['retry-after']) || 0 });
  }
  return new Response(Readable.toWeb(answer.body) as ReadableStream, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': String(answer.headers['content-disposition'] ?? 'attachment'),
      'Cache-Control': 'private, no-store',
    },
  });
};
