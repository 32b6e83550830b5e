import type { RequestEvent } from '@sveltejs/kit';
import { withoutSecrets } from '#lib/account-form.js';
import { field } from '#lib/field.js';
import type { LostForm } from '#lib/lost-form.js';

/** Keeps what is sent for somebody who may turn out to be signed in no more: an action reads the request once. */
export function keepSent({ request, route, locals }: RequestEvent): void {
  const isOwnPage = route.id?.startsWith('/account') || route.id?.startsWith('/desk');
  if (request.method === 'POST' && isOwnPage) locals.sent = request.clone();
}

/** What was typed by somebody who is signed in no more; undefined if nothing was sent. */
export async function lostFormOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Promise<LostForm | undefined> {
  if (locals.sent === undefined || !locals.isSignedOut) return undefined;
  const data = await locals.sent.formData().catch(() => undefined);
  if (data === undefined) return undefined;
  // The address that an app is set up by holds its secret.
  const { uri: _, ...typed } = withoutSecrets(Object.fromEntries([...data].map(([name]) => [name, field(data, name)])));
  return { action: url.pathname + url.search, fields: typed };
}
