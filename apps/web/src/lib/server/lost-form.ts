import type { RequestEvent } from '@sveltejs/kit';
import { withoutSecrets } from '#lib/account-form.js';
import { field } from '#lib/field.js';
import type { LostForm } from '#lib/lost-form.js';
import { typedInto } from './typed-into.js';

/** Keeps what is sent to one's own pages and comments and to the desk, for the page of an error: an action reads the request once. */
export function keepSent({ request, route, locals }: RequestEvent): void {
  const isOwnPage = ['/account', '/desk', '/write', '/articles/[slug]/comments'].some((folder) =>
    route.id?.startsWith(folder),
  );
  if (request.method === 'POST' && isOwnPage) locals.sent = request.clone();
}

/** What was sent, to be shown where its page cannot be; undefined if nothing was. */
export async function lostFormOf({
  locals,
  url,
  route,
}: Pick<RequestEvent, 'locals' | 'url' | 'route'>): Promise<LostForm | undefined> {
  const data = await locals.sent?.formData().catch(() => undefined);
  if (data === undefined) return undefined;
  // The address that an app is set up by holds its secret.
  const { uri: _, ...fields } = withoutSecrets(
    Object.fromEntries([...data].map(([name]) => [name, field(data, name)])),
  );
  const action = url.pathname + url.search;
  return { action, fields, typed: typedInto({ route: route.id ?? '', url, fields }, locals.site.language) };
}
