import type { RequestEvent } from '@sveltejs/kit';
import { codingFor, encode, StoredPage, storedPage } from './page-cache.js';

const securityHeaders = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Seconds after which a page of an absent gateway may be asked for again. */
const again = { 'Retry-After': '5' };
const htmlType = 'text/html; charset=utf-8';

/** What SvelteKit answers. */
export interface Rendered {
  response: Response;
  /** The page, which is not in the response; undefined if it is none. */
  html: string | undefined;
}
type Render = () => Promise<Rendered>;

/** Pages that are of one person also where that is a stranger: what they show is never stored. */
const personal = new Set([
  ...['account', 'feed', 'favorites', 'write'],
  ...['register', 'sign-in', 'lost-password', 'reset-password'],
]);

export const isOfOnePerson = ({ route }: Pick<RequestEvent, 'route'>): boolean =>
  personal.has(route.id?.split('/')[1] ?? '');

/** A page for somebody without cookies: stored, with an ETag, the same bytes for all. */
export async function forStrangers(event: RequestEvent, render: Render): Promise<Response> {
  const { url, locals, request } = event;
  const key = [url.origin, url.pathname + url.search, ...Object.values(locals.preferences)].join(' ');
  let other: Rendered | undefined;
  const page = await storedPage(key, async () => {
    const rendered = await render();
    const { response, html } = rendered;
    if (html === undefined) other = rendered;
    return new StoredPage(
      html === undefined ? 0 : response.status,
      headersOf(response),
      Buffer.from(withoutMarks(html ?? '')),
    );
  });
  if (page.status === 0) return finish(event, other ?? (await render()));
  const coding = codingFor(request.headers.get('accept-encoding'));
  const etag = coding === 'identity' ? page.etag : page.etag.replace(/"$/, `-${coding}"`);
  const headers = {
    ...page.headers,
    ...securityHeaders,
    Vary: 'Cookie, Accept-Encoding',
    ...(page.status === 200 ? { ETag: etag, 'Cache-Control': 'public, no-cache' } : { 'Cache-Control': 'no-store' }),
    ...(page.status === 503 && again),
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
  };
  if (page.status === 200 && request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(await page.in(coding)), { status: page.status, headers });
}

/**
 * Without Svelte's marks for hydration, a tenth of the page; done once for all strangers. No comment in a page comes from a
 * text: those are sanitised.
 */
const withoutMarks = (html: string) => html.replace(/<!--(?:\[-?\d*!?|\]|[a-z\d]{4,9})?-->/g, '');

/** A page for one person: never stored, and coded for the way. */
export async function finish(
  { request }: Pick<RequestEvent, 'request'>,
  { response, html }: Rendered,
): Promise<Response> {
  const { status } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) if (!headers.has(name)) headers.set(name, value);
  if (status === 503) headers.set('Retry-After', again['Retry-After']);
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store');
  if (html === undefined) return new Response(response.body, { status, headers });
  const coding = codingFor(request.headers.get('accept-encoding'));
  headers.set('Content-Type', htmlType);
  headers.delete('etag');
  headers.delete('content-length');
  headers.set('Vary', 'Cookie, Accept-Encoding');
  if (coding !== 'identity') headers.set('Content-Encoding', coding);
  return new Response(new Uint8Array(await encode(Buffer.from(html), coding)), { status, headers });
}

const headersOf = ({ headers }: Response) => ({
  'Content-Type': htmlType,
  'Content-Security-Policy': headers.get('content-security-policy') ?? '',
});
