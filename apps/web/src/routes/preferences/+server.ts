import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/server/local-path.js';
import { parsePreferences, preferencesText } from '#lib/server/preferences.js';
import type { RequestHandler } from './$types.js';

/** Keeps what a reader chose, and leads back. */
export const POST: RequestHandler = async ({ request, locals: { cookies, preferences } }) => {
  const data = await request.formData();
  const given = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const chosen = parsePreferences(new URLSearchParams(given).toString());
  cookies.set('preferences', preferencesText({ ...preferences, ...chosen }));
  redirect(303, localPath(data.get('back')));
};
