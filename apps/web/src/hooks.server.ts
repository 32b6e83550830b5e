import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { admitToDesk } from '#lib/server/desk/admit.js';
import { SiteCookies } from '#lib/server/cookies.js';
import { isOwn } from '#lib/server/csrf.js';
import { type Ask, askGateway, GatewayAway, Refusal, send } from '#lib/server/gateway.js';
import { orWhereItStandsNow } from '#lib/server/former-address.js';
import { failureOf } from '#lib/server/failure-of.js';
import { noteFetch } from '#lib/server/first-fetches.js';
import { keepSent } from '#lib/server/lost-form.js';
import { finish, forStrangers, isOfOnePerson, type Rendered } from '#lib/server/pages.js';
import { preferencesOf } from '#lib/server/preferences.js';
import { readFlash } from '#lib/server/flash.js';
import { readSite } from '#lib/server/site.js';
import { recogniseVisitor, waitsForRenewal } from '#lib/server/visitor.js';

/** Every request: who asks, in whose name the gateway is asked, and what is stored. */
export const handle: Handle = async ({ event, resolve }) => {
  const { request, url } = event;
  if (!isOwn(request, url.host)) return new Response('This form was sent from another site.\n', { status: 403 });
  const cookies = new SiteCookies(event.cookies, url.protocol === 'https:');
  const flash = readFlash(cookies);
  event.locals.cookies = cookies;
  event.locals.flash = flash;
  event.locals.preferences = preferencesOf(cookies);
  const traced = ['x-correlation-id', 'traceparent'].map((name) => [name, request.headers.get(name) ?? ''] as const);
  const headers = {
    'x-forwarded-for': event.getClientAddress(),
    ...Object.fromEntries(traced),
    ...(flash?.consistency !== undefined && { 'consistency-token': flash.consistency }),
  };
  event.locals.ask = asVisitor(event, headers);
  event.locals.download = downloadAs(event.locals, headers);
  const [site, visitor] = await Promise.all([readSite(), recogniseVisitor(cookies, event.locals.ask)]);
  Object.assign(event.locals, { site, visitor });
  keepSent(event);
  const refused = await admitToDesk(event);
  if (refused !== undefined) return finish(event, { response: refused, html: undefined });
  // What somebody of the desk sends who is signed in no more is done by nobody.
  const asked = event.locals.isSignedOut
    ? { ...event, request: new Request(url, { headers: request.headers }) }
    : event;
  const render = async (): Promise<Rendered> => {
    let page = '';
    // The page is kept here and not given on: SvelteKit would hash it and send it in a stream, which we do not need.
    const transformPageChunk = ({ html }: { html: string }) => ((page += html), '');
    const response = await resolve(asked, { transformPageChunk });
    return { response, html: page === '' ? undefined : withRoot(page, event.locals) };
  };
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Here and not where the page is made: a stored one is made for nobody in particular.
  if (isRead && event.route.id === '/articles/[slug]') noteFetch(event.getClientAddress(), event.params['slug'] ?? '');
  const isShared = isRead && visitor.kind === 'stranger' && !isOfOnePerson(event);
  return orWhereItStandsNow(event, async () =>
    isShared ? forStrangers(event, render) : finish(event, await render()),
  );
};

/** SvelteKit's page in its root element, which is the site's own and the reader's. */
const withRoot = (page: string, { site, preferences }: App.Locals) =>
  `<!doctype html>\n<html lang="${site.language}" dir="${site.direction}" data-theme="${preferences.theme}">\n${page}</html>\n`;

/**
 * Asks the gateway with the visitor's credential. One that is good no more is forgotten, and what can be read without is
 * read without.
 */
function asVisitor({ locals }: Pick<RequestEvent, 'locals'>, headers: Record<string, string>): Ask {
  return async (path, asking = {}) => {
    const who = locals.visitor as App.Locals['visitor'] | undefined;
    const token = who?.kind === 'known' && asking.asStranger !== true ? who.token : undefined;
    const ask = (more: Record<string, string>) =>
      askGateway<never>(path, { ...asking, headers: { ...headers, ...more, ...asking.headers } });
    if (who?.kind !== 'known' || token === undefined) {
      const isWrite = asking.method !== undefined && asking.method !== 'GET' && asking.asStranger !== true;
      // Nothing is done in another's name, as a new guest's, while one's session cannot be renewed.
      if (who !== undefined && isWrite && waitsForRenewal(locals))
        throw new GatewayAway('the session waits for renewal');
      return ask({});
    }
    try {
      return await ask({ authorization: `Bearer ${token}` });
    } catch (error) {
      if (!(error instanceof Refusal) || !error.isOfCredential) throw error;
      locals.cookies.delete(who.session === undefined ? 'guest' : 'session');
      Object.assign(who, { token: undefined, session: undefined });
      if (asking.method !== undefined && asking.method !== 'GET') throw error;
      return ask({});
    }
  };
}

const downloadAs =
  (locals: App.Locals, headers: Record<string, string>): App.Locals['download'] =>
  (path) => {
    const token = locals.visitor.kind === 'known' ? locals.visitor.token : undefined;
    return send(path, { headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) } });
  };

/** What becomes of an error: the gateway's refusals are pages, anything else is logged, without anything personal. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return {};
  const known = failureOf(error);
  if (known !== undefined) return known;
  const { name, message, stack } = error as Error;
  const correlationId = event.request.headers.get('x-correlation-id');
  const where = { level: 'error', service: 'web', correlationId, route: event.route.id };
  process.stderr.write(`${JSON.stringify({ ...where, error: name, reason: message, stack })}\n`);
  return {};
};
