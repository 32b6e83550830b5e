import type { RequestEvent } from '@sveltejs/kit';
import { GatewayAway, Refusal } from './gateway.js';

type Asked = Pick<RequestEvent, 'locals' | 'request' | 'route' | 'url'>;

/** WordPress's address of a post by its number, which on the front page means nothing else. */
const isOfPost = ({ route, url }: Asked) => route.id === '/' && url.searchParams.has('p');

/**
 * Sends who asks for an address of the site that articles were imported from to the article of today. What has a page of its
 * own here is never led away.
 * @param answer what is shown at the address
 * @returns the answer, or the redirect in its place
 */
export async function orWhereItStandsNow(event: Asked, answer: () => Promise<Response>): Promise<Response> {
  const { method } = event.request;
  if (method !== 'GET' && method !== 'HEAD') return answer();
  if (isOfPost(event)) return (await redirectOf(event)) ?? answer();
  const given = await answer();
  return given.status === 404 ? ((await redirectOf(event)) ?? given) : given;
}

async function redirectOf({ locals, url }: Asked): Promise<Response | undefined> {
  const asked = new URLSearchParams({ address: url.pathname + url.search });
  try {
    const { body } = await locals.ask<{ article: { slug: string } }>(`/api/former-addresses?${asked}`, {
      asStranger: true,
    });
    const location = `/articles/${encodeURIComponent(body.article.slug)}`;
    if (location === url.pathname) return undefined;
    // The article may get another slug, and this one back.
    return new Response(null, { status: 301, headers: { Location: location, 'Cache-Control': 'no-cache' } });
  } catch (error) {
    if (error instanceof Refusal || error instanceof GatewayAway) return undefined;
    throw error;
  }
}
