/** What a request counts as. */
export type Kind = 'read' | 'search' | 'write' | 'visit' | 'preview' | 'sign-in';

export const signInPath = '/api/users/login';

export const passwordResetsPath = '/api/users/password-resets';

/** Routes that give a token, or a way to one: sign-in, registration, a new guest, a lost password. */
const becoming = new Set([signInPath, '/api/users', '/api/guests', passwordResetsPath, '/api/users/password']);
/** A browser tells of each visit by itself; that must not use up what a person writes. */
const visitPath = '/api/articles/:slug/visits';
/** Likewise a preview, which is asked for as somebody types. */
const previewPaths = new Set(['/api/previews', '/api/previews/comments']);
/** A search costs more than what else is read. */
const searches = /^\/api\/search(\/|$)/;
const unlimited = /^\/(health|docs|openapi\.json)(\/|$)/;

/** @param path the route's pattern, or the path if there is no such route. */
export function kindOf(method: string, path: string): Kind | undefined {
  if (method === 'OPTIONS' || unlimited.test(path)) return undefined;
  if (method === 'GET' || method === 'HEAD') return searches.test(path) ? 'search' : 'read';
  if (method === 'POST' && path === visitPath) return 'visit';
  if (method === 'POST' && previewPaths.has(path)) return 'preview';
  return becoming.has(path) ? 'sign-in' : 'write';
}

/** Whether requests of this kind are counted for the caller too, not for the address alone. */
export const isCountedByPerson = (kind: Kind): kind is 'write' | 'visit' | 'preview' =>
  kind !== 'read' && kind !== 'search' && kind !== 'sign-in';
