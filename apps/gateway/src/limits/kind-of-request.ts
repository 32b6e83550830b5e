/** What a request counts as. */
export type Kind = 'read' | 'write' | 'sign-in';

export const signInPath = '/api/users/login';

/** Where one becomes somebody: to sign in, to register, to be introduced as a guest. */
const becoming = new Set([signInPath, '/api/users', '/api/guests']);
const unlimited = /^\/(health|docs|openapi\.json)(\/|$)/;

/** @param path the route's pattern, or the path where there is no such route. */
export function kindOf(method: string, path: string): Kind | undefined {
  if (method === 'OPTIONS' || unlimited.test(path)) return undefined;
  if (method === 'GET' || method === 'HEAD') return 'read';
  return becoming.has(path) ? 'sign-in' : 'write';
}
