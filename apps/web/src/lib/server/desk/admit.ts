import { redirect, type RequestEvent } from '@sveltejs/kit';
import { deskRules, mayAtDesk, writeRules } from '#lib/desk/rules.js';
import { actionIn } from '../action-in.js';
import { awayForNow, failureOf } from '../failure-of.js';
import { signInPath } from '../sign-in-path.js';
import { readMe, waitsForRenewal } from '../visitor.js';

const isForm = ({ request }: RequestEvent) => request.headers.get('x-sveltekit-action') === 'true';

const isBelow = (route: string | null, folder: string) => route === folder || route?.startsWith(`${folder}/`) === true;

/**
 * Lets only staff to the desk, and each only to what their roles allow; only accounts to where they write. A page that is
 * refused is rendered by its layout; anything else is answered here, because it may run without the layout. While the gateway
 * is away, or a session cannot be renewed, everybody is let through, as nothing can be read or done then: what somebody has
 * typed is given back to them.
 * @returns undefined if the request goes on; where `isSignedOut`, to be read alone, for the page that shows what was typed
 * @throws Redirect to the sign-in, and from there back, if nothing was typed
 */
export async function admitToDesk(event: RequestEvent): Promise<Response | undefined> {
  const { locals, route, url, request } = event;
  const isWriting = isBelow(route.id, '/write');
  if (route.id === null || !(isWriting || isBelow(route.id, '/desk'))) return undefined;
  const isEndpoint = (isWriting ? writeRules : deskRules)[route.id]?.isEndpoint;
  const isPage = request.method === 'GET' && !event.isDataRequest && !isEndpoint;
  try {
    const isSignedIn = locals.visitor.kind === 'known' && locals.visitor.session !== undefined;
    const me = isSignedIn ? await readMe(locals.visitor, locals.ask) : undefined;
    if (me?.kind === 'account') locals.staff = me;
  } catch (error) {
    locals.deskFailure = failureOf(error);
    if (locals.deskFailure === undefined) throw error;
    return undefined;
  }
  if (locals.staff === undefined && waitsForRenewal(locals)) {
    locals.deskFailure = awayForNow;
    return isEndpoint ? refusal(awayForNow.status, awayForNow.message) : undefined;
  }
  if (locals.staff === undefined) {
    if (isForm(event) || isEndpoint) return refusal(401, 'signed-out');
    if (request.method !== 'POST') redirect(303, signInPath(url.pathname + url.search));
    locals.isSignedOut = true;
    locals.deskFailure = { status: 401, message: 'signed-out' };
    return undefined;
  }
  const { roles = [], secondFactor } = locals.staff;
  if (isWriting) return undefined;
  // Their roles wait for it: the page where they get one says so.
  if (secondFactor === 'required' && isPage) redirect(303, '/account/second-factor');
  const action = request.method === 'POST' ? actionIn(url) : '';
  const wanted = action === '' ? route.id : `${route.id}?/${action}`;
  if (mayAtDesk(roles, wanted) && mayAtDesk(roles, route.id)) return undefined;
  locals.deskFailure = { status: 403, message: 'forbidden' };
  return isPage ? undefined : refusal(403, 'forbidden');
}

/** As SvelteKit answers a form or asks for data. */
const refusal = (status: number, message: string) =>
  Response.json({ type: 'error', status, message, error: { status, message } }, { status });
