/** What a request counts as. */
export type Kind = 'read' | 'write' | 'sign-in';

export const signInPath = '/api/users/login';

/** Routes that give a token: sign-in, registration, a new guest. */
const becoming = new Set([signInPath, '/api/users', '/api/guests']);
const unlimited = /^\/(health|docs|openapi\.json)(\/|$)/;

/** @param path the route's pattern, or the path if there is no such route. */
export function kindOf(method: string, path: string): Kind | undefined {
  if (method === 'OPTIONS' || unlimited.test(path)) return undefined;
  if (method === 'GET' || method === 'HEAD') return 'read';
  return becoming.has(path) ? 'sign-in' : 'write';
}
